/** Where touch is welcome: said, and asked for before hands are laid on. */
@NullMarked
package org.stillpoint.practice.touch;

import org.jspecify.annotations.NullMarked;
