/** The demo practice: made-up people, entered through the record's own rules. */
@NullMarked
package org.stillpoint.app.demo;

import org.jspecify.annotations.NullMarked;
