/** Tissue memory over a life: events, adaptation, pain and release. */
@NullMarked
package org.stillpoint.memory;

import org.jspecify.annotations.NullMarked;
