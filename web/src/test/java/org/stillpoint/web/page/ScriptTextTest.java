package org.stillpoint.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.words.Label;
import org.stillpoint.words.Speaker;

/** What people read is said by messages; a script asks the page for its texts. */
class ScriptTextTest {

    /** Where an element gets a text from a literal, literals of three words, those that begin as a label does, and units. */
    private static final Pattern SPOKEN = Pattern.compile(
            "(?:textContent ?=[^=]|textContent:|\\btext:|'aria-label'[,:]|'aria-valuetext'[,:]).*?['`][^'`]*[A-Za-z]{2}[^'`]*['`]"
                    + "|['`][^'`]*[a-z]{2,},? [a-z]{2,} [a-z]{2,}[^'`]*['`]"
                    + "|['`][A-Z][a-z]+[^'`]*['`]|['`](?: %| ?°)['`]");

    /** What a key of the keyboard or a header of the protocol is called. */
    private static final Pattern NAME_OF_THE_BROWSER = Pattern.compile(
            "'(?:Arrow\\w+|Page(?:Up|Down)|Home|End|Delete|Backspace|Enter|Escape|Tab|Shift|Control|Alt|Meta|Content-Type|Accept|Cache-Control|Content-Security-Policy|Offline-Until)'");

    private static final String IN_BRACKETS = "(?:[^()]|\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\))*";

    /** What is asked of the message files, what is filled in, and what nobody reads. */
    private static final Pattern NOT_SPOKEN =
            Pattern.compile("(?<!\\.)\\bsay\\(" + IN_BRACKETS + "\\)|\\$\\{[^}]*\\}|\\b(?:all|first|the)\\([^)]*\\)"
                    + "|\\b(?:make|draw)\\('\\w+'|class(?:Name)?(?::| =) ?['`][^'`]*['`]");

    private static final Pattern OF_THE_PROGRAM = Pattern.compile("Error\\(|import ");

    /** The groups of texts that a template brings along. */
    private static final Pattern BROUGHT = Pattern.compile("frame\\.texts\\((\\w+)\\.class\\)");

    static Iterable<Map.Entry<String, String>> scripts() {
        return PageSources.SCRIPTS.entrySet();
    }

    static Set<String> pages() {
        return PageSources.pages();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void script_anyOne_holdsNoTextOfItsOwn(Map.Entry<String, String> script) {
        assertThat(spoken(script.getValue()))
                .as("what %s says by itself", script.getKey())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state.textContent = 'Saved';",
                "state.textContent = on ? 'Go on' : 'Pause';",
                "button.setAttribute('aria-label', `Clear ${name}`);",
                "make('p', { text: 'Nothing hurts.' })",
                "return 'Nothing is held now.';",
                "const LAYERS = [{ name: 'told', label: 'Told events' }];",
                "const VIEWS = [['front', 'Front']];",
                "mark.textContent = value + ' %';",
            })
    void spoken_scriptThatSpeaks_isSeen(String script) {
        assertThat(spoken(script)).isNotEmpty();
    }

    @Test
    void spoken_scriptOfTexts_isNothing() {
        assertThat(spoken("""
                state.textContent = say(on ? 'go-on' : 'pause');
                state.textContent = say('waiting', { waiting });
                state.textContent = say('from', { muscle: inside(nameOf({ kind: 'muscle', id: of(id) })) });
                make('li', {}, make('span', { text: name }), make('span', { className: 'number' }));
                throw new Error('this is nobody to read');
                item.className = 'quiet small own';
                if (event.key === 'ArrowLeft') turn();
                """)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void texts_thatTheScriptsOfAPageAskFor_areBroughtByIt(String page) {
        Set<String> brought = new TreeSet<>();
        groups(page)
                .forEach(group -> texts(group)
                        .forEach(key -> assertThat(brought.add(key))
                                .as("%s once on %s", key, page)
                                .isTrue()));
        Set<String> asked = PageSources.scriptsOf(page).stream()
                .flatMap(script -> asked(PageSources.text(PageSources.SCRIPTS, script)).stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(brought).containsAll(asked);
    }

    @Test
    void texts_thatPagesBring_areAskedForByAScript() {
        Set<String> brought = PageSources.pages().stream()
                .flatMap(page -> groups(page).stream())
                .flatMap(group -> texts(group).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> asked = PageSources.SCRIPTS.values().stream()
                .flatMap(script -> asked(script).stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(brought).isEqualTo(asked);
    }

    /** The keys that stand in a script's calls of {@code say}. */
    private static Set<String> asked(String script) {
        return Pattern.compile("(?<!\\.)\\bsay\\(((?:[^(){]|\\(\\))*)")
                .matcher(script)
                .results()
                .flatMap(call -> PageSources.found(Pattern.compile("'([a-z-]+)'"), call.group(1)).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> groups(String page) {
        return PageSources.templatesOf(page).stream()
                .flatMap(template ->
                        PageSources.found(BROUGHT, PageSources.text(PageSources.TEMPLATES, template)).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> texts(String group) {
        try {
            Class<? extends Label> type =
                    Class.forName(Label.class.getPackageName() + "." + group).asSubclass(Label.class);
            return new Speaker(Locale.UK, ZoneOffset.UTC).texts(type).keySet();
        } catch (ClassNotFoundException none) {
            throw new IllegalStateException(none);
        }
    }

    private static Set<String> spoken(String script) {
        return script.lines()
                .filter(line -> !OF_THE_PROGRAM.matcher(line).find())
                .map(line -> NOT_SPOKEN.matcher(line).replaceAll(""))
                .map(line -> NAME_OF_THE_BROWSER.matcher(line).replaceAll(""))
                .flatMap(line -> SPOKEN.matcher(line).results().map(MatchResult::group))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
