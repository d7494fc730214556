/** How far two who look at the same places agree: beyond chance, and in which places. It says nothing about which of both is right. */
@NullMarked
package org.stillpoint.evidence.agreement;

import org.jspecify.annotations.NullMarked;
