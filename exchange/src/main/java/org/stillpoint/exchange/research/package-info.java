/** The record as plain tables for those who count: every client's, or without what tells who somebody is. */
@NullMarked
package org.stillpoint.exchange.research;

import org.jspecify.annotations.NullMarked;
