/** Published effects of one part of the body on another, and how the model's couplings compare with them. */
@NullMarked
package org.stillpoint.strain.remote;

import org.jspecify.annotations.NullMarked;
