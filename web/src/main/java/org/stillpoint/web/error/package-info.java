/** What a person reads when a page cannot be had, calm and without internals. */
@NullMarked
package org.stillpoint.web.error;

import org.jspecify.annotations.NullMarked;
