/** Tests that hold templates, scripts and style sheets together. */
@NullMarked
package org.stillpoint.web.page;

import org.jspecify.annotations.NullMarked;
