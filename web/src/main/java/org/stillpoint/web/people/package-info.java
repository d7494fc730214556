/** The people of the practice: for the owner, and for whoever was invited. */
@NullMarked
package org.stillpoint.web.people;

import org.jspecify.annotations.NullMarked;
