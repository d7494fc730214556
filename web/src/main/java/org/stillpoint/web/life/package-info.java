/** The life player: tissue memory over a life, as the model expects it, of teaching examples and of what a client has told. */
@NullMarked
package org.stillpoint.web.life;

import org.jspecify.annotations.NullMarked;
