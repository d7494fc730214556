package org.stillpoint.cohort;

import org.stillpoint.anatomy.Atlas;
import org.stillpoint.practice.body.StandardBody;

/** The standard body, worked out once on each machine. */
final class EveryBody {
    static final StandardBody STANDARD = StandardBody.of(Atlas.standard());

    private EveryBody() {}
}
