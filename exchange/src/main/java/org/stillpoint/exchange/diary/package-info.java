/** Diaries as people send them: one row per entry, of one person or many. */
@NullMarked
package org.stillpoint.exchange.diary;

import org.jspecify.annotations.NullMarked;
