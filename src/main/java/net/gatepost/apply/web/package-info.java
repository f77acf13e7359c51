/** The screens of applying: a member's and a recruiter's. */
@NullMarked
package net.gatepost.apply.web;

import org.jspecify.annotations.NullMarked;
