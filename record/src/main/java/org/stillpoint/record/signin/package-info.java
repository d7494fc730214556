/** Who is signed in where: the sign-ins of accounts, each on one device. */
@NullMarked
package org.stillpoint.record.signin;

import org.jspecify.annotations.NullMarked;
