/** A study by several practices that keep their clients' records to themselves: what each tells of its own, and what they say together. */
@NullMarked
package org.stillpoint.evidence.joint;

import org.jspecify.annotations.NullMarked;
