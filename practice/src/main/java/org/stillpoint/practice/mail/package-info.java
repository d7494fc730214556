/** Mail to clients: what is due is reminded of, where the client has agreed to it, and who has to be rung instead. */
@NullMarked
package org.stillpoint.practice.mail;

import org.jspecify.annotations.NullMarked;
