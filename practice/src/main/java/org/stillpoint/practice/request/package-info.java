/** What clients ask of the practice, and what was done about it. */
@NullMarked
package org.stillpoint.practice.request;

import org.jspecify.annotations.NullMarked;
