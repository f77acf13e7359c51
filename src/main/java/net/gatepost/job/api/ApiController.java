package net.gatepost.job.api;

import net.gatepost.web.SiteAddress;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.JsonNode;

/** What the interface promises: to people as a page, to programs as it is. */
@Controller
class ApiController {

    private final ApiDocument document;
    private final ApiPages pages;
    private final SiteAddress site;

    ApiController(ApiDocument document, ApiPages pages, SiteAddress site) {
        this.document = document;
        this.pages = pages;
        this.site = site;
    }

    @GetMapping("/api")
    String page(Model model) {
        model.addAttribute("api", pages.page());
        model.addAttribute("canonical", site.link("/api"));
        return "job/api";
    }

    @GetMapping(path = "/api/openapi.json", produces = ApiMedia.JSON)
    ResponseEntity<JsonNode> document() {
        return ResponseEntity.ok(document.content());
    }
}
