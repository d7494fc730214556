/** Charts as SVG: a title, a description with the figures behind it, and colours that colour-blind people can tell apart. */
@NullMarked
package org.stillpoint.evidence.plot;

import org.jspecify.annotations.NullMarked;
