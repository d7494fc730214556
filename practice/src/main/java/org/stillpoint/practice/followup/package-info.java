/** After a session: whom to ask how it went, and that they were asked. */
@NullMarked
package org.stillpoint.practice.followup;

import org.jspecify.annotations.NullMarked;
