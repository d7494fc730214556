/** Many studies of one question: what they say together, how far they disagree, and what a new one may find. */
@NullMarked
package org.stillpoint.evidence.meta;

import org.jspecify.annotations.NullMarked;
