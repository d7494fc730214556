/** The record kept: encrypted, on SQLite or PostgreSQL. */
@NullMarked
package org.stillpoint.store;

import org.jspecify.annotations.NullMarked;
