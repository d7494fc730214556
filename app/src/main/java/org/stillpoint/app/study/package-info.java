/** {@code stillpoint study}: a study by several practices, by files; no client's record leaves its practice. */
@NullMarked
package org.stillpoint.app.study;

import org.jspecify.annotations.NullMarked;
