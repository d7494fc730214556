/** The body as the page draws it: the anatomy tables as one small file, with its address and its hash. */
@NullMarked
package org.stillpoint.web.body;

import org.jspecify.annotations.NullMarked;
