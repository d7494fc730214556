/** The record as tables of CSV, from the command line. */
@NullMarked
package org.stillpoint.app.tables;

import org.jspecify.annotations.NullMarked;
