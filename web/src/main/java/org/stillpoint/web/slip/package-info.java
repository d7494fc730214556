/** Correcting slips: every entry of a client, what was corrected, and the forms that no other page has. */
@NullMarked
package org.stillpoint.web.slip;

import org.jspecify.annotations.NullMarked;
