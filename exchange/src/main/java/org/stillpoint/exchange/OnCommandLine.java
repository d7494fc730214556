package org.stillpoint.exchange;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Takes a sentence in English, which only the command line speaks: neither this room nor a page calls it. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnCommandLine {}
