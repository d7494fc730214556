/** Many clients: for whom, how much, and how varied, against a comparison group where there is one. */
@NullMarked
package org.stillpoint.evidence.trial;

import org.jspecify.annotations.NullMarked;
