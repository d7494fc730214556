package org.stillpoint.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The templates, scripts and style sheets as they stand in the sources, and which page is made of which. */
final class PageSources {

    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Pattern INCLUDED = Pattern.compile("@template\\.(\\w+)\\(");
    private static final Pattern OWN_SCRIPT = Pattern.compile("script = \"([\\w-]+)\"|src=\"/script/([\\w/-]+)\\.js\"");
    private static final Pattern IMPORTED =
            Pattern.compile("(?:from |import |import\\(|new URL\\()'(\\./[\\w./-]+\\.js)'");

    /** A part of a page that its script fetches later: no template includes it. */
    private static final Map<String, String> FETCHED =
            Map.of("trace", "traceanswer", "prepare", "traceanswer", "live", "offeredsites");

    /** Text of each template, by its name. */
    static final Map<String, String> TEMPLATES = texts(Path.of("src/main/jte"), ".jte");

    /** Text of each script without its comments, by its path under {@code /script/}. */
    static final Map<String, String> SCRIPTS = scripts();

    /** Text of each style sheet without its comments, by its name. */
    static final Map<String, String> STYLES = styles();

    private PageSources() {}

    /** The templates that are pages of their own: those that fill the layout, or the bare one of the client's door. */
    static Set<String> pages() {
        Set<String> pages = new TreeSet<>();
        TEMPLATES.forEach((name, text) -> {
            if (text.contains("@template.layout(") || text.contains("@template.bare(")) {
                pages.add(name);
            }
        });
        return pages;
    }

    /** The names of all templates that a page is made of. */
    static Set<String> templatesOf(String page) {
        Set<String> all = new LinkedHashSet<>();
        follow(page, all);
        return all;
    }

    private static void follow(String template, Set<String> all) {
        if (all.add(template)) {
            found(INCLUDED, text(TEMPLATES, template)).forEach(included -> follow(included, all));
            if (FETCHED.containsKey(template)) {
                follow(Objects.requireNonNull(FETCHED.get(template)), all);
            }
        }
    }

    /** The paths of all scripts that a page loads, those of the layout included. */
    static Set<String> scriptsOf(String page) {
        Set<String> all = new LinkedHashSet<>();
        templatesOf(page)
                .forEach(template -> found(OWN_SCRIPT, text(TEMPLATES, template))
                        .forEach(script -> load(Path.of(script + ".js"), all)));
        return all;
    }

    private static void load(Path script, Set<String> all) {
        if (all.add(script.toString())) {
            found(IMPORTED, text(SCRIPTS, script.toString()))
                    .forEach(other -> load(script.resolveSibling(other).normalize(), all));
        }
    }

    /** What the groups of a pattern find in a text. */
    static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        pattern.matcher(text).results().forEach(match -> {
            for (int group = 1; group <= match.groupCount(); group++) {
                if (match.group(group) != null) {
                    found.add(match.group(group));
                }
            }
        });
        return found;
    }

    static String text(Map<String, String> of, String name) {
        return Objects.requireNonNull(of.get(name), () -> "there is no " + name);
    }

    private static Map<String, String> scripts() {
        Map<String, String> all = new TreeMap<>();
        texts(STATIC.resolve("script"), ".js").forEach((name, text) -> all.put(name + ".js", withoutComments(text)));
        return all;
    }

    private static Map<String, String> styles() {
        Map<String, String> all = new TreeMap<>();
        texts(STATIC.resolve("style"), ".css").forEach((name, text) -> all.put(name, withoutComments(text)));
        return all;
    }

    private static String withoutComments(String text) {
        return text.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)(^|\\s)//.*$", "");
    }

    private static Map<String, String> texts(Path folder, String ending) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(ending)).toList()) {
                String name = folder.relativize(file).toString();
                texts.put(name.substring(0, name.length() - ending.length()), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
