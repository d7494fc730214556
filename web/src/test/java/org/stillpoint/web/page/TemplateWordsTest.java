package org.stillpoint.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read is said by messages; a template holds no text of its own. */
class TemplateWordsTest {

    static Iterable<Map.Entry<String, String>> templates() {
        return PageSources.TEMPLATES.entrySet();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void template_anyOne_holdsNoTextOfItsOwn(Map.Entry<String, String> template) {
        assertThat(TemplateText.of(template.getValue()))
                .as("what %s.jte says by itself", template.getKey())
                .isEmpty();
    }

    /** The test above would pass on anything if it saw nothing: each of these is one way to say something by itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Saved</p>",
                "<p>${page.day()}; saved</p>",
                "@if(page.saved())Saved@endif",
                "@if(page.saved())<b>${page.day()}</b>@else not saved@endif",
                "<a aria-label=\"Back to ${page.name()}\" href=\"/\">←</a>",
                "<p>${page.saved() ? \"Saved\" : \"\"}</p>",
                "<p>${page.count() + \" clients\"}</p>",
                "@template.layout(frame = frame, content = @`<h1>Today</h1>`)",
                "@template.field(frame = frame, input = @`<input placeholder=\"Search\">`)",
            })
    void textOf_templateThatSpeaks_isSeen(String template) {
        assertThat(TemplateText.of(template)).hasSize(1);
    }

    @Test
    void textOf_templateOfMessages_isNothing() {
        assertThat(TemplateText.of("""
                        @import org.stillpoint.web.view.Frame
                        @param Frame frame
                        !{var day = page.day().get();}
                        @template.layout(frame = frame, title = TodayWords.TITLE, style = "today", content = @`
                        <h1 class="wide only">${frame.say(TodayWords.TITLE)}</h1>
                        <span>${page.problems().of("name")}</span><kbd>n</kbd>&nbsp;τ²
                        @if(page.kind().equals("event"))<input name="name" value="Told">@endif
                        `)
                        """)).isEqualTo(List.of());
    }
}
