/** The pages of saved listings and saved searches, and those that the links in alerts lead to. */
@NullMarked
package net.gatepost.alert.web;

import org.jspecify.annotations.NullMarked;
