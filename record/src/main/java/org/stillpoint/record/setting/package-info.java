/** What a practice has written about itself and for its clients: name, time zone, language, the blocks of the consent, the steps after a stop. */
@NullMarked
package org.stillpoint.record.setting;

import org.jspecify.annotations.NullMarked;
