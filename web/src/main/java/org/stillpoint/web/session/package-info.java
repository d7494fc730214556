/** The session: its safety check, the live page that marks moment by moment, and what was marked. */
@NullMarked
package org.stillpoint.web.session;

import org.jspecify.annotations.NullMarked;
