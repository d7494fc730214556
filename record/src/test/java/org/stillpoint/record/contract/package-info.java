/** What every keeping of the record does, as contracts that run on each of them; and a keeping in memory for the tests of acts. */
@NullMarked
package org.stillpoint.record.contract;

import org.jspecify.annotations.NullMarked;
