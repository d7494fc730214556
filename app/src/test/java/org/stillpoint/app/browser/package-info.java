/** The whole program in a real browser: started as its own process, killed, and started again. */
@NullMarked
package org.stillpoint.app.browser;

import org.jspecify.annotations.NullMarked;
