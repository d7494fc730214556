/** The plan before a session, and the choice beside it. */
@NullMarked
package org.stillpoint.web.plan;

import org.jspecify.annotations.NullMarked;
