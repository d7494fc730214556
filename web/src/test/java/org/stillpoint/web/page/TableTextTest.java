package org.stillpoint.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.SortedMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.words.Label;
import org.stillpoint.words.ReadWords;
import org.stillpoint.words.Speaker;
import org.stillpoint.words.TableWords;

/** What a page says of a table that was sent. */
class TableTextTest {

    /** A page has fields where the command line has options. */
    @ParameterizedTest
    @ValueSource(classes = {TableWords.class, ReadWords.class})
    void texts_ofEveryKind_nameNoOption(Class<? extends Label> group) {
        SortedMap<String, String> texts = new Speaker(Locale.UK, ZoneOffset.UTC).texts(group);
        assertThat(texts)
                .hasSizeGreaterThan(50)
                .allSatisfy((key, text) -> assertThat(text).as(key).doesNotContain("--"));
    }
}
