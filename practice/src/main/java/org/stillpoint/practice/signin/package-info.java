/** What lets somebody in beside the password, and where they are signed in: each of it is changed by themselves alone. */
@NullMarked
package org.stillpoint.practice.signin;

import org.jspecify.annotations.NullMarked;
