/** What is done in a practice, by somebody: every act takes an actor and a command and answers with a sealed type. */
@NullMarked
package org.stillpoint.practice;

import org.jspecify.annotations.NullMarked;
