package net.gatepost.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** Only recruiters of verified employers reach it, also where the security chain would have let somebody else through to its address. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasRole('VERIFIED_RECRUITER')")
public @interface ForVerifiedRecruiters {}
