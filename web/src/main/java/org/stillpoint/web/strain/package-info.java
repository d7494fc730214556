/** Hold a muscle: the page on which the whole body answers a held contraction, and the exact answers behind it. */
@NullMarked
package org.stillpoint.web.strain;

import org.jspecify.annotations.NullMarked;
