/** What a practice tells to a study by several practices: numbers of groups, of those who have agreed to research; people's records stay. */
@NullMarked
package org.stillpoint.practice.joint;

import org.jspecify.annotations.NullMarked;
