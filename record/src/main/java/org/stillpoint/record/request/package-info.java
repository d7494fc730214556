/** What clients ask of the practice by their own door: a correction, the erasure of everything, or not to be waited for. */
@NullMarked
package org.stillpoint.record.request;

import org.jspecify.annotations.NullMarked;
