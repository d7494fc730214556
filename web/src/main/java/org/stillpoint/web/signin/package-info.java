/** The first start, which makes the owner's account, and signing in. */
@NullMarked
package org.stillpoint.web.signin;

import org.jspecify.annotations.NullMarked;
