/** Mail to clients: what waits to be sent, and what became of it. */
@NullMarked
package org.stillpoint.record.mail;

import org.jspecify.annotations.NullMarked;
