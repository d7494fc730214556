/** How the program does, for whoever looks after this machine: no ids, no names, and to this machine alone. */
@NullMarked
package org.stillpoint.web.health;

import org.jspecify.annotations.NullMarked;
