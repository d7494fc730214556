/** The note of a session, which is signed, and what a therapist notes of it for themselves. */
@NullMarked
package org.stillpoint.record.note;

import org.jspecify.annotations.NullMarked;
