/** Papers about a client without anything that says who it is. */
@NullMarked
package org.stillpoint.web.casereport;

import org.jspecify.annotations.NullMarked;
