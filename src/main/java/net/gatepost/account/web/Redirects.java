package net.gatepost.account.web;

import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Leads on to a path as it is: Spring would take braces in an address for variables. */
final class Redirects {

    private Redirects() {}

    static View to(String path) {
        var view = new RedirectView(path);
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return view;
    }
}
