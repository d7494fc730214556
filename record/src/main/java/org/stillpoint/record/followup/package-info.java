/** That a client was asked, after a session, how it went. */
@NullMarked
package org.stillpoint.record.followup;

import org.jspecify.annotations.NullMarked;
