/** The people of a practice: invited, in a role, under a name, until their account is ended. */
@NullMarked
package org.stillpoint.practice.people;

import org.jspecify.annotations.NullMarked;
