package net.gatepost.site;

/** Something to know when the site has started, for the line on the console. */
public interface StartupNote {

    String text();
}
