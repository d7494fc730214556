/** What happens by itself at its hour. */
@NullMarked
package org.stillpoint.app.job;

import org.jspecify.annotations.NullMarked;
