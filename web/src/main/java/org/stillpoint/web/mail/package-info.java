/** Mail to clients: its server, when clients want it, and how they switch it off. */
@NullMarked
package org.stillpoint.web.mail;

import org.jspecify.annotations.NullMarked;
