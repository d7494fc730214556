package org.stillpoint.web.strain;

import java.util.List;
import org.stillpoint.anatomy.Evidence;
import org.stillpoint.words.Share;

/**
 * The page on which muscles are held.
 *
 * @param joints the joints as JSON, [{id, name, side}], in the order of {@code /body/joints.bin}
 * @param greatest greatest contraction that can be held, as a whole percentage of fibre length
 * @param linearTo contraction up to which the answer in proportion is used, as a percentage
 * @param knownUpTo contraction beyond which the held muscle's own tension is an extrapolation
 * @param grades the grades of fascia that can be left out
 */
public record HoldPage(String joints, int greatest, Share linearTo, Share knownUpTo, List<GradeRow> grades) {

    /**
     * A grade of fascia.
     *
     * @param count how many continuities have it
     */
    public record GradeRow(Evidence grade, long count) {}
}
