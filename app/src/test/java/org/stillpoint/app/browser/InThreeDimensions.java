package org.stillpoint.app.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The tests of this class need the body in three dimensions, drawn by the processor where there is no graphics card. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface InThreeDimensions {}
