package net.gatepost.account;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The page with the form that this handler answers, on its {@link Confirmed} argument: what was posted can't be asked for
 * again once its sender has confirmed, the page can. It may name variables of the handler's own address.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface BackTo {

    String value();
}
