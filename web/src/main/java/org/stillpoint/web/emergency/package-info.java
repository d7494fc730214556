/** Opening the record of a client who is not one's own, in an emergency. */
@NullMarked
package org.stillpoint.web.emergency;

import org.jspecify.annotations.NullMarked;
