/** Where touch is welcome: said on the body or in a list, and told wherever hands are about to come. */
@NullMarked
package org.stillpoint.web.touch;

import org.jspecify.annotations.NullMarked;
