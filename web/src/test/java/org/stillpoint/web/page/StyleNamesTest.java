package org.stillpoint.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.web.page.PageSources.SCRIPTS;
import static org.stillpoint.web.page.PageSources.STYLES;
import static org.stillpoint.web.page.PageSources.TEMPLATES;
import static org.stillpoint.web.page.PageSources.found;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One name, one look: what is drawn and what is written never share a class, and a class of one word belongs to one style sheet. */
class StyleNamesTest {

    private static final Pattern DRAWN = Pattern.compile(
            "<(?:svg|g|line|path|rect|circle|text|tspan|polygon|polyline)\\b[^>]*?\\bclass=\"([^\"]*)\"|\\bclass: '([^']*)'");
    private static final Pattern WRITTEN = Pattern.compile(
            "<(?!svg|g\\b|line|path|rect|circle|text\\b|tspan|polygon|polyline)[a-z][\\w-]*\\b[^>]*?\\bclass=\"([^\"]*)\""
                    + "|\\bclassName(?:: | = )'([^']*)'");
    private static final Pattern SELECTORS = Pattern.compile("(?:^|[{};])\\s*([^{};@]+)\\{");
    private static final Pattern COLOUR = Pattern.compile("(#[0-9A-Fa-f]{6}\\b|#[0-9A-Fa-f]{3}\\b)\\s*[,;)]");

    /** The drawings; what is drawn carries its drawing's name first. A state starts with {@code is-}. */
    private static final String OF_A_DRAWING =
            "(chart|ink|storyline|ring|meter|ribbon|minuteline|sp-flat|flat|only)(-[\\w-]+)?|is-.*";

    @Test
    void classOfWhatIsDrawn_carriesItsDrawingsName() {
        assertThat(names(DRAWN))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(name).matches(OF_A_DRAWING));
    }

    @Test
    void classOfWhatIsDrawn_isNeverThatOfWhatIsWritten() {
        Set<String> written = names(WRITTEN);
        assertThat(written).contains("field", "button");
        assertThat(names(DRAWN)).noneMatch(name -> !name.startsWith("is-") && written.contains(name));
    }

    @Test
    void classOfOneWord_isDefinedByOneStyleSheet() {
        Map<String, Set<String>> sheets = new TreeMap<>();
        STYLES.forEach((sheet, css) -> found(SELECTORS, css)
                .forEach(list -> Stream.of(list.split(","))
                        .map(String::strip)
                        .filter(selector -> selector.matches("\\.\\w+(?![\\w-]).*"))
                        .map(selector -> selector.replaceAll("^\\.(\\w+).*", "$1"))
                        .forEach(name -> sheets.computeIfAbsent(name, n -> new TreeSet<>())
                                .add(sheet))));
        assertThat(sheets).hasSizeGreaterThan(50);
        assertThat(sheets)
                .allSatisfy((name, in) -> assertThat(in).as("." + name).hasSize(1));
    }

    @Test
    void colours_areSaidOnce_byTheTokens() {
        List<String> elsewhere = new ArrayList<>();
        STYLES.forEach((sheet, css) -> {
            if (!sheet.equals("tokens")) {
                found(COLOUR, css).forEach(colour -> elsewhere.add(sheet + " " + colour));
            }
            if (css.contains("prefers-color-scheme")) {
                elsewhere.add(sheet + " asks for the scheme itself");
            }
        });
        assertThat(elsewhere).isEmpty();
        assertThat(found(COLOUR, PageSources.text(STYLES, "tokens"))).hasSizeGreaterThan(40);
    }

    private static Set<String> names(Pattern pattern) {
        return Stream.concat(TEMPLATES.values().stream(), SCRIPTS.values().stream())
                .flatMap(text -> found(pattern, text).stream())
                .flatMap(list ->
                        Stream.of(list.replaceAll("\\$\\{.*?}", " ").strip().split("\\s+")))
                .filter(name -> !name.isEmpty() && !name.endsWith("-"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
