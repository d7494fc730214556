/** Who may do what. */
@NullMarked
package org.stillpoint.practice.access;

import org.jspecify.annotations.NullMarked;
