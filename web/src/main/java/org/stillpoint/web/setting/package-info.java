/** What the practice writes about itself and for its clients. */
@NullMarked
package org.stillpoint.web.setting;

import org.jspecify.annotations.NullMarked;
