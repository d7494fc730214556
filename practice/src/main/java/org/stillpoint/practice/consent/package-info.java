/** What a client agrees to: read, signed, taken back, and asked for before hands are laid on. */
@NullMarked
package org.stillpoint.practice.consent;

import org.jspecify.annotations.NullMarked;
