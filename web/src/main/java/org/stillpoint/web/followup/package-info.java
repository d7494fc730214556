/** After a session: whom to ask how it went, and noting that they were asked. */
@NullMarked
package org.stillpoint.web.followup;

import org.jspecify.annotations.NullMarked;
