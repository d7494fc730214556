/** The pages: sign-in, the clients, the 3D body, the live session. */
@NullMarked
package org.stillpoint.web;

import org.jspecify.annotations.NullMarked;
