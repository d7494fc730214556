/** One client's diary: did it change, how sure is that, and how often would this diary have cried wolf. */
@NullMarked
package org.stillpoint.evidence.diary;

import org.jspecify.annotations.NullMarked;
