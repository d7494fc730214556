/** The program as it is installed: an archive with a Java runtime of its own, a Debian package, a container. */
@NullMarked
package org.stillpoint.app.pack;

import org.jspecify.annotations.NullMarked;
