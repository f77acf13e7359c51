@NullMarked
package net.gatepost.moderation.web;

import org.jspecify.annotations.NullMarked;
