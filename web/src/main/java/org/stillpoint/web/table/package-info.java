/** Tables that were kept elsewhere: shown as they were read, corrected, and taken or not. */
@NullMarked
package org.stillpoint.web.table;

import org.jspecify.annotations.NullMarked;
