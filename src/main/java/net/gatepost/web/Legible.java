package net.gatepost.web;

import java.util.List;

/** What was made of an uploaded file, with every word that it holds, so that the spill guard can read them. */
public interface Legible {

    /** All of it: what stands on its pages, in its headers and footers, and what it says of itself. */
    List<String> texts();
}
