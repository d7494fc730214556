/** What a client said is worse, and what was done about it. */
@NullMarked
package org.stillpoint.web.matter;

import org.jspecify.annotations.NullMarked;
