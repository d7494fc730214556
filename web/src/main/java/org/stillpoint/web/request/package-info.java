/** What clients ask of the practice by their own door, and what was done about it. */
@NullMarked
package org.stillpoint.web.request;

import org.jspecify.annotations.NullMarked;
