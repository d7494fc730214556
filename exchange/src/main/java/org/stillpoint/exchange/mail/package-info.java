/** Mail as servers of others take it: SMTP and MIME. */
@NullMarked
package org.stillpoint.exchange.mail;

import org.jspecify.annotations.NullMarked;
