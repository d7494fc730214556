/** Where it hurts: pain on the regions of the body at one instant. */
@NullMarked
package org.stillpoint.record.bodymap;

import org.jspecify.annotations.NullMarked;
