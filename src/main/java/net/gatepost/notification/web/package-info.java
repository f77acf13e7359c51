/** The page where members read what they were told and choose what is mailed. */
@NullMarked
package net.gatepost.notification.web;

import org.jspecify.annotations.NullMarked;
