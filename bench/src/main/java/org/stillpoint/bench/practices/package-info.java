/** Many made-up practices on one PostgreSQL, in three ways: what each costs, and what each keeps from the others. */
@NullMarked
package org.stillpoint.bench.practices;

import org.jspecify.annotations.NullMarked;
