/** What is asked of clients when: which questionnaires are due, and that they wait for their answers. */
@NullMarked
package org.stillpoint.practice.asking;

import org.jspecify.annotations.NullMarked;
