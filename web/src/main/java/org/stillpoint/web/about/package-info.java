/** What is told about a client: one page to read it, and a short form for each part. */
@NullMarked
package org.stillpoint.web.about;

import org.jspecify.annotations.NullMarked;
