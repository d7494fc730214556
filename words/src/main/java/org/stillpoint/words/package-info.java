/** What people read: every sentence and label is a typed message, said in one language with its numbers and dates. */
@NullMarked
package org.stillpoint.words;

import org.jspecify.annotations.NullMarked;
