/** Whom to ring when somebody needs help at once. */
@NullMarked
package org.stillpoint.record.contact;

import org.jspecify.annotations.NullMarked;
