package org.stillpoint.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillpoint.chart.Token;

/** Charts in files and on paper have the ink of the light pages. */
class ChartTokensTest {

    @ParameterizedTest
    @EnumSource
    void token_hasTheLightValueOfTheStyleSheet(Token token) throws IOException {
        String css;
        try (InputStream in = ChartTokensTest.class.getResourceAsStream("/static/style/tokens.css")) {
            css = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        String name =
                token.variable().substring("var(".length(), token.variable().length() - 1);
        Matcher first = Pattern.compile(Pattern.quote(name) + ":\\s*(?:light-dark\\()?(#[0-9A-Fa-f]{6})")
                .matcher(css);
        assertThat(first.find()).as(name).isTrue();
        assertThat(first.group(1)).isEqualToIgnoringCase(token.hex());
    }
}
