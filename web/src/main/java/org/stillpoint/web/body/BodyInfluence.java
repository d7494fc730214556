package org.stillpoint.web.body;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.Muscle;
import org.stillpoint.strain.Influence;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;

/**
 * The influence matrix of the standard body as the page loads it: little-endian 32-bit floats, row by row, muscles in the order
 * of the atlas. Computed when it is first asked for.
 */
final class BodyInfluence {

    private final Atlas atlas;
    private byte @Nullable [] bytes;

    BodyInfluence(Atlas atlas) {
        this.atlas = atlas;
    }

    /** @throws IllegalStateException if the network lists the muscles in another order than the atlas, which the page counts on */
    synchronized byte[] bytes() {
        byte[] known = bytes;
        if (known == null) {
            Influence influence =
                    StrainNetwork.of(atlas, StrainParameters.standard()).influence();
            List<String> order = atlas.muscles().list().stream().map(Muscle::id).toList();
            if (!influence.muscles().equals(order)) {
                throw new IllegalStateException(
                        "The strain network lists the muscles in another order than the atlas.");
            }
            known = influence.tensionBytes();
            bytes = known;
        }
        return known.clone();
    }
}
