/** Papers about one client that are read by others than whoever treats them, without anything that says who it is. */
@NullMarked
package org.stillpoint.practice.casereport;

import org.jspecify.annotations.NullMarked;
