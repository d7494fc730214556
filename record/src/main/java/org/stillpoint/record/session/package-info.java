/** What was done, moment by moment: marks that are only ever added, and process notes held apart. */
@NullMarked
package org.stillpoint.record.session;

import org.jspecify.annotations.NullMarked;
