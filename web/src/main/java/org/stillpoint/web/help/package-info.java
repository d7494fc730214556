/** Whom to ring when somebody needs help at once. */
@NullMarked
package org.stillpoint.web.help;

import org.jspecify.annotations.NullMarked;
