package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A FHIR file of another system, over the wire: it proposes, the client tells, one by one; nothing else is kept. */
@ExtendWith(PracticeExtension.class)
class ProposalsTest {
    private static final String FILE = "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":["
            + "{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"p\",\"deceasedDateTime\":\"2022\"}},"
            + "{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"a\",\"subject\":{\"reference\":\"Patient/p\"},"
            + "\"code\":{\"text\":\"Fracture of the collarbone\"},\"onsetDateTime\":\"2009-07\"}},"
            + "{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"b\",\"subject\":{\"reference\":\"Patient/p\"},"
            + "\"code\":{\"text\":\"Hypertension\"},\"recordedDate\":\"2012-02-03\"}},"
            + "{\"resource\":{\"resourceType\":\"Observation\"}}]}";

    private static String newClient(Wire visitor, String name) {
        Document page = visitor.send(
                visitor.signIn().page("/clients/new").expectFirst("main form"),
                Map.of("name", name, "yearOfBirth", "1980"));
        return page.location().replaceFirst("^https?://[^/]*", "");
    }

    private static Map<String, String> held(String file) {
        return Map.of(
                "held",
                Base64.getUrlEncoder().withoutPadding().encodeToString(file.getBytes(StandardCharsets.UTF_8)),
                "name",
                "other.json");
    }

    private static Document look(Wire visitor, String client, String file) {
        return visitor.send(visitor.page(client + "/fhir").expectFirst(named("choose")), held(file));
    }

    private static Element proposal(Document page, int number) {
        return page.select(named("proposal")).get(number);
    }

    @Test
    void file_proposes_andOnlyWhatIsToldIsKept_once(Wire visitor) {
        String client = newClient(visitor, "Proposed Peter");

        Document shown = look(visitor, client, FILE);

        assertThat(shown.select(named("proposal"))).hasSize(2);
        assertThat(shown.select(named("said")).text()).contains("has died");
        assertThat(proposal(shown, 1).select(named("doubt")).text()).contains("written down");
        assertThat(shown.expectFirst(named("passed-over")).text()).contains("Observation");
        assertThat(visitor.page(client).text()).doesNotContain("collarbone");

        Document told = visitor.send(proposal(shown, 0), Map.of("do", "tell"));

        assertThat(proposal(told, 0).select(named("told"))).hasSize(1);
        assertThat(proposal(told, 1).select(named("told"))).isEmpty();
        assertThat(visitor.page(client).text()).contains("July 2009").doesNotContain("Hypertension");

        Document again = look(visitor, client, FILE);
        assertThat(proposal(again, 0).select(named("told"))).hasSize(1);
    }

    @Test
    void proposal_withoutAKind_isAskedAbout(Wire visitor) {
        String client = newClient(visitor, "Proposed Paula");

        Document asked = visitor.send(proposal(look(visitor, client, FILE), 1), Map.of("do", "tell"));

        assertThat(proposal(asked, 1).select(".problem:not([hidden])")).hasSize(1);
        assertThat(proposal(asked, 1).select(named("told"))).isEmpty();
    }

    @Test
    void file_ofAnotherVersion_isRefusedInWords(Wire visitor) {
        String client = newClient(visitor, "Proposed Pia");

        Connection.Response refused = visitor.post(
                visitor.page(client + "/fhir").expectFirst(named("choose")),
                held("{\"resourceType\":\"Condition\",\"clinicalStatus\":\"active\"}"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("FHIR STU3");
    }
}
