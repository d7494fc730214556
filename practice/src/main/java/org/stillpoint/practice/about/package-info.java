/** What is told about a client, beside their name: changed with its history, and read by whoever may. */
@NullMarked
package org.stillpoint.practice.about;

import org.jspecify.annotations.NullMarked;
