/** The body itself: bones, joints, muscles, fascia and pain regions, read from the product's own tables. */
@NullMarked
package org.stillpoint.anatomy;

import org.jspecify.annotations.NullMarked;
