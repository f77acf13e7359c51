/** The screens of listings: the recruiter's, and the page that everybody reads. */
@NullMarked
@NamedInterface("web")
package net.gatepost.job.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
