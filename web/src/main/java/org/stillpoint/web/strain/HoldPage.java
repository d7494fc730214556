package org.stillpoint.web.strain;

import java.util.List;

/**
 * The page on which muscles are held.
 *
 * @param joints the joints as JSON, [{id, name, side}], in the order of {@code /body/joints.bin}
 * @param greatest greatest contraction that can be held, as a whole percentage of fibre length
 * @param linearTo contraction up to which the answer in proportion is used, as a percentage
 * @param grades the grades of fascia that can be left out
 */
public record HoldPage(String joints, int greatest, String linearTo, List<Grade> grades) {

    /**
     * A grade of fascia.
     *
     * @param id as the address of the influence takes it
     * @param words what it means
     * @param count how many continuities have it
     */
    public record Grade(String id, String words, long count) {}
}
