package org.stillpoint.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every pair of colours that the pages put together, light and dark, against WCAG 2.2 AA (W3C 2023). */
class TokenContrastTest {

    private static final Pattern TOKEN =
            Pattern.compile("--([a-z-]+): light-dark\\((#[0-9A-F]{6}), (#[0-9A-F]{6})\\);");

    /** 4.5 for text (criterion 1.4.3), 3 for what marks a control or carries meaning (1.4.11). */
    @ParameterizedTest
    @CsvSource({
        "ink, ground, 4.5",
        "ink, surface, 4.5",
        "ink, sunken, 4.5",
        "ink, accent-wash, 4.5",
        "ink, notice-wash, 4.5",
        "quiet, ground, 4.5",
        "quiet, surface, 4.5",
        "quiet, sunken, 4.5",
        "quiet, accent-wash, 4.5",
        "accent, ground, 4.5",
        "accent, surface, 4.5",
        "accent, accent-wash, 4.5",
        "accent, sunken, 4.5",
        "accent-deep, ground, 4.5",
        "accent-deep, surface, 4.5",
        "accent-deep, accent-wash, 4.5",
        "on-accent, accent, 4.5",
        "on-accent, accent-deep, 4.5",
        "notice, notice-wash, 4.5",
        "notice, surface, 4.5",
        "notice, ground, 4.5",
        "edge, ground, 3",
        "edge, surface, 3",
        "edge, sunken, 3",
        "accent, notice-wash, 3",
        "pain, ground, 3",
        "pain, surface, 3",
        "told, surface, 3",
        "told, ground, 3",
        "found, ground, 3",
        "found, surface, 3",
        "traced, ground, 3",
        "traced, surface, 3",
        "held, ground, 3",
        "held, surface, 3",
        "released-edge, ground, 3",
        "released-edge, surface, 3",
        "told, strain-zero, 3",
        "pain, strain-zero, 3",
        "found, strain-zero, 3",
        "traced, strain-zero, 3",
        "held, strain-zero, 3",
        "guarded, strain-zero, 3",
        "released-edge, strain-zero, 3"
    })
    void contrast_ofEveryPairInUse_meetsTheCriterion(String front, String back, double least) throws IOException {
        for (Map<String, String> theme : themes()) {
            double contrast = contrast(colour(theme, front), colour(theme, back));
            assertThat(contrast).as("%s on %s in %s", front, back, theme).isGreaterThanOrEqualTo(least);
        }
    }

    /** Red alarms: no colour of the pages is one. Within 15 degrees of pure red, and more coloured than grey; own bounds, 2026. */
    @Test
    void colours_ofThePages_areNoRed() throws IOException {
        for (Map<String, String> theme : themes()) {
            theme.forEach((token, hex) -> {
                float[] hsb = Color.RGBtoHSB(channel(hex, 0), channel(hex, 1), channel(hex, 2), null);
                double fromRed = Math.min(hsb[0], 1 - hsb[0]) * 360;
                assertThat(fromRed > 15 || hsb[1] < 0.5)
                        .as("%s, %s", token, hex)
                        .isTrue();
            });
        }
    }

    private static int channel(String hex, int which) {
        return Integer.parseInt(hex.substring(1 + 2 * which, 3 + 2 * which), 16);
    }

    /** Black on white is 21 by definition of the contrast ratio. */
    @Test
    void contrast_ofBlackOnWhite_is21() {
        assertThat(contrast("#000000", "#FFFFFF")).isEqualTo(21.0);
    }

    private static String colour(Map<String, String> theme, String token) {
        return Objects.requireNonNull(theme.get(token), token);
    }

    /** The colours by name: light, then dark. */
    private static List<Map<String, String>> themes() throws IOException {
        String css;
        try (InputStream in = TokenContrastTest.class.getResourceAsStream("/static/style/tokens.css")) {
            css = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        Map<String, String> light = new LinkedHashMap<>();
        Map<String, String> dark = new LinkedHashMap<>();
        Matcher token = TOKEN.matcher(css);
        while (token.find()) {
            light.put(token.group(1), token.group(2));
            dark.put(token.group(1), token.group(3));
        }
        return List.of(light, dark);
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** Relative luminance, WCAG 2.2, "relative luminance". */
    private static double luminance(String hex) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double channel = channel(hex, i) / 255.0;
            sum += weights[i] * (channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
