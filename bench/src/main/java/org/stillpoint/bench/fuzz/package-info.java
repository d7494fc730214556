/** What a fuzzer calls, one class for each kind of foreign bytes; what it once found is replayed by a test. */
@NullMarked
package org.stillpoint.bench.fuzz;

import org.jspecify.annotations.NullMarked;
