/** The command that plays a life. */
@NullMarked
package org.stillpoint.app.life;

import org.jspecify.annotations.NullMarked;
