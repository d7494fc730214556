/** What leaves the practice on paper, for somebody else who sees to a client. */
@NullMarked
package org.stillpoint.practice.letter;

import org.jspecify.annotations.NullMarked;
