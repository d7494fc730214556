/** Where it hurts: one map a day. */
@NullMarked
package org.stillpoint.practice.pain;

import org.jspecify.annotations.NullMarked;
