package org.stillpoint.practice.consent;

import org.stillpoint.record.consent.ConsentPart;

/** The words of a consent where no messages are: the name of each block, twice. */
public final class ConsentInTests {
    public static final ConsentWording WORDING = (block, written, language) -> new ConsentPart(
            block,
            block.name(),
            written.text().isEmpty() ? block.name() : written.text().value());

    private ConsentInTests() {}
}
