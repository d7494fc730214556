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
import org.stillpoint.words.ScriptWords;
import org.stillpoint.words.Speaker;

/** What people read is said by messages; a script asks the page for its texts. */
class ScriptTextTest {

    /** Scripts of the model and the body, which still say things by themselves. */
    private static final Set<String> SPEAK_STILL = Set.of(
            "hold.js",
            "hold-answers.js",
            "hold-held.js",
            "hold-route.js",
            "life.js",
            "life-now.js",
            "life-ribbons.js",
            "body/flat-map.js",
            "body/picture-3d.js",
            "body/sp-body.js",
            "body/tools.js");

    /** Where an element gets a text from a literal, and literals of three words. */
    private static final Pattern SPOKEN = Pattern.compile(
            "(?:textContent ?=[^=]|textContent:|\\btext:|'aria-label'[,:]|'aria-valuetext'[,:]).*?['`][^'`]*[A-Za-z]{2}[^'`]*['`]"
                    + "|['`][^'`]*[a-z]{2,},? [a-z]{2,} [a-z]{2,}[^'`]*['`]");

    /** What is asked of the message files, what is filled in, and what nobody reads. */
    private static final Pattern NOT_SPOKEN =
            Pattern.compile("(?<!\\.)\\bsay\\((?:[^()]|\\([^()]*\\))*\\)|\\$\\{[^}]*\\}|\\b(?:all|first|the)\\([^)]*\\)"
                    + "|class(?:Name)?(?::| =) ?['`][^'`]*['`]");

    private static final Pattern OF_THE_PROGRAM = Pattern.compile("Error\\(|import ");

    static Iterable<Map.Entry<String, String>> scripts() {
        return PageSources.SCRIPTS.entrySet();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void script_anyOne_holdsNoTextOfItsOwn(Map.Entry<String, String> script) {
        Set<String> spoken = spoken(script.getValue());
        if (SPEAK_STILL.contains(script.getKey())) {
            assertThat(spoken)
                    .as("%s says nothing by itself any more", script.getKey())
                    .isNotEmpty();
        } else {
            assertThat(spoken).as("what %s says by itself", script.getKey()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state.textContent = 'Saved';",
                "state.textContent = on ? 'Go on' : 'Pause';",
                "button.setAttribute('aria-label', `Clear ${name}`);",
                "make('p', { text: 'Nothing hurts.' })",
                "return 'Nothing is held now.';",
            })
    void spoken_scriptThatSpeaks_isSeen(String script) {
        assertThat(spoken(script)).hasSize(1);
    }

    @Test
    void spoken_scriptOfTexts_isNothing() {
        assertThat(spoken("""
                state.textContent = say(on ? 'go-on' : 'pause');
                state.textContent = say('waiting', { waiting });
                throw new Error('this is nobody to read');
                item.className = 'quiet small own';
                """)).isEmpty();
    }

    @Test
    void texts_thatScriptsAskFor_areTheTextsOfTheMessageFile() {
        Set<String> asked = new TreeSet<>();
        PageSources.SCRIPTS.forEach((name, script) -> Pattern.compile("(?<!\\.)\\bsay\\(((?:[^(){]|\\(\\))*)")
                .matcher(script)
                .results()
                .forEach(call -> asked.addAll(PageSources.found(Pattern.compile("'([a-z-]+)'"), call.group(1)))));

        assertThat(asked)
                .isEqualTo(new Speaker(Locale.UK, ZoneOffset.UTC)
                        .texts(ScriptWords.class)
                        .keySet());
    }

    private static Set<String> spoken(String script) {
        return script.lines()
                .filter(line -> !OF_THE_PROGRAM.matcher(line).find())
                .map(line -> NOT_SPOKEN.matcher(line).replaceAll(""))
                .flatMap(line -> SPOKEN.matcher(line).results().map(MatchResult::group))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
