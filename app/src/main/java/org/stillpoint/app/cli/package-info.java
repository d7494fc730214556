/** What every command shares: exit codes, error sentences and the progress bar. */
@NullMarked
package org.stillpoint.app.cli;

import org.jspecify.annotations.NullMarked;
