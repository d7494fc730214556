/** What a therapist notes of a session for themselves. */
@NullMarked
package org.stillpoint.web.note;

import org.jspecify.annotations.NullMarked;
