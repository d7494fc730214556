/** Commands of the body model: what a held contraction does, and how the model fares against published findings. */
@NullMarked
package org.stillpoint.app.strain;

import org.jspecify.annotations.NullMarked;
