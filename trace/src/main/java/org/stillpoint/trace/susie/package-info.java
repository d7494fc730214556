/** The sum of single effects (SuSiE): sparse regression that says which columns it cannot tell apart. */
@NullMarked
package org.stillpoint.trace.susie;

import org.jspecify.annotations.NullMarked;
