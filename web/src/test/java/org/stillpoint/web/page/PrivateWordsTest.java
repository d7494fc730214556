package org.stillpoint.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.web.page.PageSources.TEMPLATES;
import static org.stillpoint.web.page.PageSources.found;
import static org.stillpoint.web.page.PageSources.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What is typed about a person stays on the page: no browser sends it to a spell checker, keeps it for other forms or hands it to
 * an extension that corrects writing.
 */
class PrivateWordsTest {

    private static final Pattern BODY = Pattern.compile("(<body[^>]*>)");
    private static final Pattern TEXTAREA = Pattern.compile("(<textarea\\b[^>]*>)");
    private static final Pattern FORM = Pattern.compile("(?s)(<form method=\"post\".*?</form>)");

    /** Fields of their own, or those that the templates for scores and fields put there. */
    private static final Pattern FIELD = Pattern.compile(
            "<(textarea|select)\\b|<(input) type=\"(?:text|date|number)\"|@template\\.(score|field)\\(");

    /** Where a password manager has to help: its fields say themselves what they are. */
    private static final List<String> WAYS_IN = List.of("signin", "firststart", "account", "invitation", "name");

    @Test
    void layout_asksForNoSpellChecking() {
        assertThat(found(BODY, text(TEMPLATES, "layout")))
                .allSatisfy(body -> assertThat(body).contains("spellcheck=\"false\""));
        assertThat(TEMPLATES.values()).noneMatch(markup -> markup.contains("spellcheck=\"true\""));
    }

    @Test
    void words_areNeitherKeptForOtherFormsNorHandedOn() {
        List<String> wrong = new ArrayList<>();
        TEMPLATES.forEach((template, markup) -> found(TEXTAREA, markup).stream()
                .filter(field -> !field.contains("autocomplete=\"off\"") || !field.contains("data-gramm=\"false\""))
                .forEach(field -> wrong.add(template + ": " + field)));
        assertThat(wrong).isEmpty();
    }

    @Test
    void formWithFields_isNotFilledFromOtherForms() {
        List<String> wrong = new ArrayList<>();
        TEMPLATES.forEach((template, markup) -> {
            if (!WAYS_IN.contains(template)) {
                found(FORM, markup).stream()
                        .filter(form -> !found(FIELD, form).isEmpty())
                        .map(form -> form.substring(0, form.indexOf('>') + 1))
                        .filter(form -> !form.contains("autocomplete=\"off\""))
                        .forEach(form -> wrong.add(template + ": " + form));
            }
        });
        assertThat(wrong).isEmpty();
    }
}
