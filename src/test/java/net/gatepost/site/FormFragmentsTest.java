package net.gatepost.site;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.FileTemplateResolver;

/** The field fragments wire label, hint, control and error together, for every page that uses them. */
class FormFragmentsTest {

    private final MockMvc pages = MockMvcBuilders.standaloneSetup(new Pages())
            .setViewResolvers(views())
            .build();

    record Town(
            @Nullable @Size(max = 5, message = "Shorten the town")
            String name) {}

    record Form(
            @NotBlank(message = "Enter a title") @Nullable String title,
            @Valid @Nullable Town town,
            @Nullable String secret,
            @Nullable List<String> accesses,
            @Nullable String level) {}

    @Controller
    static class Pages {

        @GetMapping("/form")
        String empty(Model model) {
            model.addAttribute("form", new Form("Analyst", new Town("Bowie"), "old secret", List.of("SAP"), "TS"));
            return show(model);
        }

        @PostMapping("/form")
        String posted(@Valid @ModelAttribute("form") Form form, BindingResult errors, Model model) {
            errors.reject("stale", "Somebody else changed this");
            return show(model);
        }

        private static String show(Model model) {
            model.addAttribute("accesses", ordered("SCI", "SAP")).addAttribute("levels", ordered("S", "TS"));
            return "form-under-test";
        }

        private static Map<String, String> ordered(String... values) {
            var options = new LinkedHashMap<String, String>();
            for (var value : values) {
                options.put(value, "The " + value);
            }
            return options;
        }
    }

    @Test
    void aFieldIsLabelledAndKeepsItsValue() throws Exception {
        var form = shown();

        assertThat(form.select("label[for=title]").text()).isEqualTo("Title");
        assertThat(form.select("#title").val()).isEqualTo("Analyst");
        assertThat(form.select("#title").attr("aria-required")).isEqualTo("true");
        assertThat(form.select("#title").hasAttr("aria-invalid")).isFalse();
        assertThat(form.select("#title").hasAttr("aria-describedby")).isFalse();
        assertThat(form.select("#level option[selected]").val()).isEqualTo("TS");
        assertThat(form.select("input[name=accesses][checked]").eachAttr("value"))
                .containsExactly("SAP");
    }

    @Test
    void aFieldThatMayStayEmptySaysSo() throws Exception {
        assertThat(shown().select("label[for=town-name]").text()).isEqualTo("Town (optional)");
    }

    @Test
    void aHintIsReadWithItsField() throws Exception {
        var form = shown();

        assertThat(form.select("#town-name").attr("aria-describedby").strip()).isEqualTo("town-name-hint");
        assertThat(form.select("#town-name-hint").text()).isEqualTo("Or a ZIP code");
    }

    @Test
    void aPassphraseIsNeverWrittenBack() throws Exception {
        var form = shown();

        assertThat(form.select("#secret").val()).isEmpty();
        assertThat(form.html()).doesNotContain("old secret");
        assertThat(form.select("button[data-reveal]").hasAttr("hidden")).isTrue();
    }

    @Test
    void aFormWithoutErrorsHasNoSummary() throws Exception {
        assertThat(shown().select(".errors")).isEmpty();
    }

    @Test
    void theSummaryLinksToEachFieldAndTheFieldSaysTheSame() throws Exception {
        var form = rejected();

        assertThat(form.select(".errors li").eachText())
                .containsExactlyInAnyOrder("Enter a title", "Shorten the town", "Somebody else changed this");
        for (var link : form.select(".errors a")) {
            var field = form.select(link.attr("href"));
            assertThat(field.attr("aria-invalid")).isEqualTo("true");
            assertThat(field.attr("aria-describedby")).contains(field.attr("id") + "-error");
            assertThat(form.select(link.attr("href") + "-error").text()).endsWith(link.text());
        }
        assertThat(form.select(".errors a").eachAttr("href")).containsExactlyInAnyOrder("#title", "#town-name");
    }

    @Test
    void aRejectedFieldKeepsWhatWasTyped() throws Exception {
        assertThat(rejected().select("#town-name").val()).isEqualTo("Annapolis <Junction>");
    }

    @Test
    void noIdStandsTwice() throws Exception {
        assertThat(rejected().select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    private Document shown() throws Exception {
        return Jsoup.parse(pages.perform(MockMvcRequestBuilders.get("/form"))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private Document rejected() throws Exception {
        var post = MockMvcRequestBuilders.post("/form").param("title", "").param("town.name", "Annapolis <Junction>");
        return Jsoup.parse(pages.perform(post).andReturn().getResponse().getContentAsString());
    }

    private static ThymeleafViewResolver views() {
        var messages = new ReloadableResourceBundleMessageSource();
        messages.setBasename("classpath:messages/layout");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);

        var files = new FileTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        files.setCheckExistence(true);
        files.setOrder(1);
        var page = new FileTemplateResolver();
        page.setPrefix("src/test/resources/fragments/");
        page.setSuffix(".html");
        page.setOrder(2);

        var engine = new SpringTemplateEngine();
        engine.setTemplateEngineMessageSource(messages);
        engine.addTemplateResolver(files);
        engine.addTemplateResolver(page);

        var views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return views;
    }
}
