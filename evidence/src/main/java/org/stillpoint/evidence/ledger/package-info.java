/** The claim ledger: forecasts sealed before a session, resolved by rule afterwards, chained so that edits show. */
@NullMarked
package org.stillpoint.evidence.ledger;

import org.jspecify.annotations.NullMarked;
