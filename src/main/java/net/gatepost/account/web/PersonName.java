package net.gatepost.account.web;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A person's name in any script, with the signs that names have. Nothing that makes a mail or a page look like something
 * else: no line breaks, no angle brackets, no colon of a web address.
 */
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = "\\s*+(?:\\p{L}[\\p{L}\\p{M}\\p{N} .,'’‘ʻ·()-]*+)?\\s*+")
@interface PersonName {

    String message() default "{account.name.signs}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
