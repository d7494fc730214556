/** Emergencies: opening the record of a client who is not one's own, for a reason, told to all concerned. */
@NullMarked
package org.stillpoint.practice.emergency;

import org.jspecify.annotations.NullMarked;
