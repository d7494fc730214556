/** The client's own door: links made, opened, used and taken back. */
@NullMarked
package org.stillpoint.practice.link;

import org.jspecify.annotations.NullMarked;
