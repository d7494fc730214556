package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Anything in any field: it is refused or kept, never a failure, and never told to the log. */
@ExtendWith(PracticeExtension.class)
class NoisyInputTest {

    private static final String PRIVATE = "my-father-hit-me";

    private static final List<String> PAGES = List.of(
            "/clients/new",
            "/practice/field",
            "CLIENT",
            "CLIENT/events/new",
            "CLIENT/pain",
            "CLIENT/check-in",
            "CLIENT/forecast",
            "CLIENT/plan",
            "CLIENT/questionnaires",
            "CLIENT/import",
            "CLIENT/fhir",
            "CLIENT/trace",
            "CLIENT/how-it-goes",
            "CLIENT/sessions/new");

    private static String newClient(Wire visitor, String name) {
        Document page = visitor.send(
                visitor.signIn().page("/clients/new").expectFirst("main form"),
                Map.of("name", name, "yearOfBirth", "1980"));
        return page.location().replaceFirst("^https?://[^/]*", "");
    }

    @Test
    void form_withAnythingInOneField_isNoFailure_andNothingOfItIsLogged(Wire visitor, RunningPractice practice) {
        String client = newClient(visitor, "Noisy Form");
        visitor.send(visitor.page(client + "/pain").expectFirst("main form"), Map.of("X213", "6"));
        List<String> failed = new ArrayList<>();
        int sent = 0;
        for (String path : PAGES) {
            String page = path.replace("CLIENT", client);
            int forms = visitor.page(page).select("main form[method=post]").size();
            for (int number = 0; number < forms; number++) {
                for (String field : fields(visitor, page, number)) {
                    List<Element> now = visitor.page(page).select("main form[method=post]");
                    if (number < now.size()) {
                        Connection.Response answer = visitor.post(now.get(number), Map.of(field, PRIVATE));
                        sent++;
                        if (answer.statusCode() >= 500) {
                            failed.add(page + " " + field + " " + answer.statusCode());
                        }
                    }
                }
            }
        }
        assertThat(failed).isEmpty();
        assertThat(sent).isGreaterThan(60);
        assertThat(practice.log()).doesNotContain(PRIVATE);
    }

    private static List<String> fields(Wire visitor, String page, int number) {
        FormElement form = (FormElement)
                visitor.page(page).select("main form[method=post]").get(number);
        return form.elements().stream()
                .map(field -> field.attr("name"))
                .filter(name -> !name.isEmpty() && !name.equals("_csrf") && !name.matches("X\\d+"))
                .distinct()
                .limit(25)
                .toList();
    }

    @Test
    void tap_ofAnyForm_isRefused_andNothingOfItIsLogged(Wire visitor, RunningPractice practice) {
        String client = newClient(visitor, "Noisy Tap");
        Document live = visitor.send(
                visitor.page(visitor.agreed(client) + "/sessions/new").expectFirst("main form"),
                Wire.nothingFound("start"));
        String marks = live.location().replaceFirst("^https?://[^/]*", "") + "/marks";
        String now = Instant.now().toString();
        String id = "6f1b1d0e-6a0a-4c5e-9c38-0a2f4b1f7a11";
        for (String tap : List.of(
                "{}",
                "[]",
                "null",
                "PRIVATE",
                "\"PRIVATE\"",
                "{\"id\":\"PRIVATE\",\"at\":\"NOW\",\"kind\":\"settled\"}",
                "{\"id\":\"ID\",\"at\":\"PRIVATE\",\"kind\":\"settled\"}",
                "{\"id\":\"ID\",\"at\":\"NOW\",\"kind\":\"PRIVATE\"}",
                "{\"id\":\"ID\",\"at\":\"NOW\"}",
                "{\"id\":\"ID\",\"kind\":\"settled\"}",
                "{\"at\":\"NOW\",\"kind\":\"settled\"}",
                "{\"id\":\"ID\",\"at\":\"NOW\",\"kind\":\"distress\",\"value\":\"PRIVATE\"}",
                "{\"id\":\"ID\",\"at\":\"NOW\",\"kind\":\"distress\"}",
                "{\"id\":\"ID\",\"at\":\"NOW\",\"kind\":\"engaged\",\"site\":\"PRIVATE\"}",
                "{\"id\":\"ID\",\"at\":\"NOW\",\"kind\":\"sign\",\"sign\":\"PRIVATE\"}",
                "{\"id\":\"ID\",\"at\":\"NOW\",\"kind\":\"undo\",\"mark\":\"PRIVATE\"}",
                "{\"id\":\"ID\",\"at\":\"NOW\",\"kind\":\"settled\",\"PRIVATE\":1}",
                "{\"id\":[\"PRIVATE\"],\"at\":\"NOW\",\"kind\":\"settled\"}",
                "{\"id\":\"ID\",\"at\":\"NOW\",\"kind\":\"memory\",\"words\":{\"PRIVATE\":1}}")) {
            Connection.Response answer = visitor.json(
                    marks, tap.replace("PRIVATE", PRIVATE).replace("NOW", now).replace("ID", id));
            assertThat(answer.statusCode()).as(tap).isEqualTo(400);
        }
        assertThat(practice.log()).doesNotContain(PRIVATE);
    }
}
