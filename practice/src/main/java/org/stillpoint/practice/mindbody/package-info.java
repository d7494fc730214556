/** Mind and body: what a client feels from inside beside what hands find from outside, and how far both agree. */
@NullMarked
package org.stillpoint.practice.mindbody;

import org.jspecify.annotations.NullMarked;
