/** The safety check, the session it allows, and every moment of it. */
@NullMarked
package org.stillpoint.practice.session;

import org.jspecify.annotations.NullMarked;
