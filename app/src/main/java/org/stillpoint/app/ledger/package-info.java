/** The ledger of sealed forecasts on the command line. */
@NullMarked
package org.stillpoint.app.ledger;

import org.jspecify.annotations.NullMarked;
