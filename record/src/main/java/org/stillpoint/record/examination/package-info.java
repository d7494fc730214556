/** What hands found on the body. */
@NullMarked
package org.stillpoint.record.examination;

import org.jspecify.annotations.NullMarked;
