package net.gatepost.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.gatepost.ModuleTest;
import net.gatepost.candidate.Visibility;
import net.gatepost.desk.DeskPage.Alerts;
import net.gatepost.desk.DeskPage.Applications;
import net.gatepost.desk.DeskPage.Views;
import net.gatepost.notification.Inbox;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** The template with every section, whoever fills them. */
@ModuleTest
class FilledDeskTest {

    @Autowired
    SpringTemplateEngine templates;

    @Controller
    static class AnyDesk {

        private final DeskPage desk;

        AnyDesk(DeskPage desk) {
            this.desk = desk;
        }

        @GetMapping("/me")
        String page(Model model) {
            model.addAttribute("desk", desk);
            model.addAttribute("viewer", new Viewer(new UUID(0, 1), "Casey Moreno", Set.of(Role.MEMBER)));
            return "desk/desk";
        }
    }

    private Document show(Applications applications, Alerts alerts, Views looks) {
        var profile = new DeskPage.Profile(Visibility.MASKED, false, List.of(), 0);
        var desk = new DeskPage(new Inbox.News(List.of(), 0, true), profile, applications, alerts, looks, null);
        var views = new ThymeleafViewResolver();
        views.setTemplateEngine(templates);
        views.setCharacterEncoding("UTF-8");
        var browser = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new AnyDesk(desk))
                .setViewResolvers(views)
                .build());
        var answer = browser.get().uri("/me").exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    @Test
    void eachSectionShowsWhatItIsGiven() {
        var page = show(
                new Applications(
                        List.of(new Applications.Stage("In review", 2), new Applications.Stage("Interview", 1)),
                        "/me/applications"),
                new Alerts(
                        List.of(new Alerts.Alert("Signals & radar, Maryland", "/jobs?q=signals&place=MD", "Daily")),
                        3,
                        "/me/searches"),
                new Views(
                        List.of(new Views.View("Riley Chen, Halden Ridge Systems", "24 Nov 2026, 13:05 UTC")),
                        7,
                        "/me/views"));
        assertThat(page.select(".figure").eachText()).containsExactly("In review 2", "Interview 1");
        assertThat(page.select("main a[href=/me/applications]")).hasSize(1);
        assertThat(page.select("a[href=/jobs?q=signals&place=MD]").text()).isEqualTo("Signals & radar, Maryland");
        assertThat(page.select("main a[href=/me/searches]").text()).isEqualTo("All 3 saved searches");
        assertThat(page.select("aside").text()).contains("Riley Chen, Halden Ridge Systems", "All 7 looks", "Masked");
        assertThat(page.text()).doesNotContain("??");
    }

    @Test
    void anEmptySectionSaysWhatWouldBeInIt() {
        var page = show(
                new Applications(List.of(), "/me/applications"),
                new Alerts(List.of(), 0, "/me/searches"),
                new Views(List.of(), 0, "/me/views"));
        assertThat(page.select("main").text())
                .contains("None is under way", "Save a search", "Nobody has looked")
                .doesNotContain("All 0", "??");
    }
}
