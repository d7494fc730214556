package org.stillpoint.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.web.page.PageSources.SCRIPTS;
import static org.stillpoint.web.page.PageSources.STYLES;
import static org.stillpoint.web.page.PageSources.TEMPLATES;
import static org.stillpoint.web.page.PageSources.found;
import static org.stillpoint.web.page.PageSources.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a script looks for stands on every page that loads it, and what a template offers is looked for. */
class ScriptNamesTest {
    /** A page that is saved to a file: it fills no layout and loads nothing. */
    private static final String SAVED = "copy";

    /** An element that a script cannot do without: it throws where the page has none. */
    private static final Pattern ID_NEEDED = Pattern.compile("(?:the|\\$)\\('([\\w-]+)'|first\\(\\w+, '#([\\w-]+)'");

    private static final Pattern ID_USED =
            Pattern.compile("(?:getElementById|the|\\$)\\('([\\w-]+)'|first\\(\\w+, '#([\\w-]+)'");
    private static final Pattern SELECTOR = Pattern.compile(
            "(?:querySelector(?:All)?\\(|closest\\(|matches\\(|all\\(|first\\(\\w+, )(?:'([^']+)'|`([^`]+)`)");
    private static final Pattern DATA_OF_SELECTOR = Pattern.compile("\\[data-([a-z-]+)");
    private static final Pattern CLASS_OF_SELECTOR = Pattern.compile("\\.([a-z][\\w-]*)");
    private static final Pattern ID_OF_SELECTOR = Pattern.compile("#([a-z][\\w-]*)");
    private static final Pattern DATA_READ =
            Pattern.compile("dataset\\.(\\w+)\\b(?!\\s*=[^=])|'(\\w+)' in \\w+\\.dataset");
    private static final Pattern DATA_TAKEN_APART = Pattern.compile("\\{([^{}]*)} = \\w+\\.dataset");
    private static final Pattern DATA_WRITTEN = Pattern.compile("dataset\\.(\\w+)\\s*=[^=]");
    private static final Pattern ATTRIBUTE_WRITTEN =
            Pattern.compile("'?data-([a-z-]+)'?:|setAttribute\\('data-([a-z-]+)'");
    private static final Pattern CLASS_WRITTEN =
            Pattern.compile("(?:class(?:Name)?:? ?=? ?|classList\\.\\w+\\(|make\\('\\w+', )'([^']+)'");

    /** What tests find an element by (CONTRIBUTING.md). */
    private static final String FOR_TESTS = "name";

    /** Asks extensions that correct writing to leave a field alone; see PrivateWordsTest. */
    private static final String FOR_EXTENSIONS = "gramm";

    private static final Pattern ID_OFFERED = Pattern.compile("\\bid=\"([\\w-]+)\"");
    private static final Pattern DATA_OFFERED = Pattern.compile("\\bdata-([a-z-]+)(?==|[\\s>])");
    private static final Pattern CLASS_OFFERED = Pattern.compile("\\bclass=\"([^\"]+)\"|mainClass = \"([^\"]+)\"");
    /** By another attribute, or by the label that the field template puts to its input. */
    private static final Pattern ID_REFERRED_TO = Pattern.compile(
            "(?:for|form|list|aria-labelledby|aria-describedby|aria-controls)=\"([\\w -]+)\"|href=\"#([\\w-]+)\""
                    + "|@template\\.field\\(frame = frame, form = [^,]*, name = \"([\\w-]+)\"");

    private static final Pattern ID_STYLED = Pattern.compile("#([a-z][\\w-]*)");
    private static final Pattern DATA_STYLED = Pattern.compile("\\[data-([a-z-]+)|attr\\(data-([a-z-]+)\\)");

    /** The ids and data names that a script uses. */
    private record Used(Set<String> ids, Set<String> data) {

        static Used by(String code) {
            Set<String> ids = found(ID_USED, code);
            ids.addAll(found(ID_OF_SELECTOR, selectors(code)));
            return new Used(ids, dataRead(code));
        }
    }

    private static final Map<String, Used> USED = SCRIPTS.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, script -> Used.by(script.getValue())));

    @Test
    void idThatAScriptNeeds_standsOnEveryPageThatLoadsIt() {
        List<String> missing = new ArrayList<>();
        for (String page : PageSources.pages()) {
            Set<String> offered = found(ID_OFFERED, whole(page));
            for (String script : PageSources.scriptsOf(page)) {
                Set<String> needed = found(ID_NEEDED, text(SCRIPTS, script));
                needed.removeAll(offered);
                needed.forEach(id -> missing.add(script + " needs #" + id + ", which is not on " + page));
            }
        }
        assertThat(missing).isEmpty();
    }

    /** The frame's scripts would find another element than theirs. */
    @Test
    void idOfTheFrame_isThatOfNothingElse() {
        String frame = text(TEMPLATES, "layout");
        Set<String> ids = found(ID_OFFERED, frame);
        List<String> twice = new ArrayList<>();
        TEMPLATES.forEach((template, markup) -> {
            if (!template.equals("layout") && !frame.contains("@template." + template + "(")) {
                Set<String> own = found(ID_OFFERED, markup);
                own.retainAll(ids);
                own.forEach(id -> twice.add(template + " has #" + id + " of the frame"));
            }
        });
        assertThat(ids).contains("keys");
        assertThat(twice).isEmpty();
    }

    @Test
    void dataAndClassThatAScriptReads_areWrittenByAPageThatLoadsItOrByAScript() {
        List<String> missing = new ArrayList<>();
        Map<String, Set<String>> pagesOf = pagesOfScripts();
        SCRIPTS.forEach((script, code) -> {
            Set<String> pages = pagesOf.getOrDefault(script, Set.of());
            assertThat(pages).as("pages that load " + script).isNotEmpty();
            String all = pages.stream().map(ScriptNamesTest::whole).collect(Collectors.joining("\n"));
            String scripts = pages.stream()
                    .flatMap(page -> PageSources.scriptsOf(page).stream())
                    .distinct()
                    .map(each -> text(SCRIPTS, each))
                    .collect(Collectors.joining("\n"));
            Set<String> data = dataRead(code);
            data.removeAll(found(DATA_OFFERED, all));
            data.removeAll(kebab(found(DATA_WRITTEN, scripts)));
            data.removeAll(found(ATTRIBUTE_WRITTEN, scripts));
            data.forEach(name -> missing.add(script + " reads data-" + name));
            Set<String> classes = found(CLASS_OF_SELECTOR, selectors(code));
            classes.removeAll(words(found(CLASS_OFFERED, all)));
            classes.removeAll(words(found(CLASS_WRITTEN, scripts)));
            classes.forEach(name -> missing.add(script + " selects ." + name));
            Set<String> ids = found(ID_OF_SELECTOR, selectors(code));
            ids.removeAll(found(ID_OFFERED, all));
            ids.forEach(name -> missing.add(script + " selects #" + name));
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void idAndDataThatATemplateOffers_areUsed() {
        List<String> unused = new ArrayList<>();
        String styles = String.join("\n", STYLES.values());
        TEMPLATES.forEach((template, markup) -> {
            if (template.equals(SAVED)) {
                assertThat(found(ID_OFFERED, markup)).isEmpty();
                assertThat(markup).doesNotContain("<script");
                return;
            }
            List<String> pages = PageSources.pages().stream()
                    .filter(page -> PageSources.templatesOf(page).contains(template))
                    .toList();
            assertThat(pages).as("pages made with " + template).isNotEmpty();
            Set<String> ids = found(ID_OFFERED, markup);
            Set<String> data = found(DATA_OFFERED, markup);
            for (String page : pages) {
                ids.removeAll(words(found(ID_REFERRED_TO, whole(page))));
                for (String script : PageSources.scriptsOf(page)) {
                    Used used = Objects.requireNonNull(USED.get(script));
                    ids.removeAll(used.ids());
                    data.removeAll(used.data());
                }
            }
            ids.removeAll(found(ID_STYLED, styles));
            data.removeAll(found(DATA_STYLED, styles));
            data.remove(FOR_TESTS);
            data.remove(FOR_EXTENSIONS);
            ids.forEach(id -> unused.add(template + " offers #" + id));
            data.forEach(name -> unused.add(template + " offers data-" + name));
        });
        assertThat(unused).isEmpty();
    }

    /** A page's own text and that of all templates that it is made of. */
    private static String whole(String page) {
        return PageSources.templatesOf(page).stream()
                .map(template -> text(TEMPLATES, template))
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, Set<String>> pagesOfScripts() {
        return PageSources.pages().stream()
                .flatMap(page -> PageSources.scriptsOf(page).stream().map(script -> Map.entry(script, page)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    private static String selectors(String code) {
        return String.join("\n", found(SELECTOR, code)).replaceAll("\\$\\{[^}]*}", "");
    }

    private static Set<String> dataRead(String code) {
        Set<String> read = found(DATA_READ, code);
        for (String names : found(DATA_TAKEN_APART, code)) {
            Stream.of(names.split(","))
                    .map(name -> name.split("[:=]")[0].strip())
                    .forEach(read::add);
        }
        Set<String> all = kebab(read);
        all.addAll(found(DATA_OF_SELECTOR, selectors(code)));
        return all;
    }

    /** {@code needsSite} is written {@code needs-site} in an attribute. */
    private static Set<String> kebab(Set<String> names) {
        return names.stream()
                .map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(Set<String> lists) {
        return lists.stream()
                .flatMap(list ->
                        Stream.of(list.replaceAll("\\$\\{.*?}", " ").strip().split("\\s+")))
                .collect(Collectors.toSet());
    }
}
