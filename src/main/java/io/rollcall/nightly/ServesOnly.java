package io.rollcall.nightly;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Belongs to {@code serve}; other commands do not load it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface ServesOnly {

}
