/** What a client agrees to: how it stands, what is read and signed, what was signed as a file. */
@NullMarked
package org.stillpoint.web.consent;

import org.jspecify.annotations.NullMarked;
