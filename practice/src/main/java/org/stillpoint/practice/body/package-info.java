/** The body that everybody is modelled on, made once and shared by all that ask it anything. */
@NullMarked
package org.stillpoint.practice.body;

import org.jspecify.annotations.NullMarked;
