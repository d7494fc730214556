package org.stillpoint.app.browser;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may ask for what: the table in docs/rights.md has a row for every route of the program, and every cell of it is so. */
@ExtendWith(PracticeExtension.class)
class RightsTableTest {

    private static final Path TABLE = Path.of("..", "docs", "rights.md");
    private static final Pattern ROW = Pattern.compile("\\| [A-Z]+ \\| `/.*");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\w+}");

    /** The columns of the table, in their order. */
    private enum Asker {
        OWNER,
        THERAPIST_OF_OWN,
        THERAPIST_OF_OTHERS,
        ASSISTANT,
        SUPERVISOR,
        CLIENT_BY_LINK,
        NOBODY
    }

    private record RouteRow(String method, String route, List<String> cells) {
        String name() {
            return method + " " + route;
        }
    }

    /** Somebody, with the client, the session and the link that they ask for. */
    private record Asking(Wire wire, String token, String client, String session, String link) {}

    private static List<RouteRow> table() throws IOException {
        try (Stream<String> lines = Files.lines(TABLE)) {
            return lines.filter(line -> ROW.matcher(line).matches())
                    .map(line -> Arrays.stream(line.split("\\|"))
                            .map(String::strip)
                            .filter(cell -> !cell.isEmpty())
                            .toList())
                    .map(cells ->
                            new RouteRow(cells.get(0), cells.get(1).replace("`", ""), cells.subList(2, cells.size())))
                    .toList();
        }
    }

    @Test
    void table_hasARowForEveryRoute_andNoneForAnother() throws IOException {
        List<String> rows = table().stream().map(RouteRow::name).toList();
        assertThat(rows).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(rows)).isEqualTo(Routes.all());
        assertThat(rows).hasSizeGreaterThan(70);
    }

    @Test
    void everyCell_isAnsweredAsTheTableSays(RunningPractice practice) throws IOException {
        Map<Asker, Asking> askers = askers(practice);
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (RouteRow row : table()) {
            assertThat(row.cells()).as(row.name()).hasSize(Asker.values().length);
            for (Asker asker : Asker.values()) {
                String expected = row.cells().get(asker.ordinal());
                Connection.Response answer = ask(requireNonNull(askers.get(asker)), row);
                asked++;
                if (!said(answer).equals(expected)) {
                    wrong.add(row.name() + ", " + asker + ": " + expected + " expected, " + answer.statusCode() + " "
                            + answer.header("Location"));
                }
            }
        }
        askers.forEach((asker, asking) -> wrong.addAll(foundButClosed(asker, asking)));
        System.out.printf("rights: %d cells asked for, %d otherwise than in the table%n", asked, wrong.size());
        assertThat(wrong).isEmpty();
    }

    /** The pages that the search shows somebody who may not open them. */
    private static List<String> foundButClosed(Asker asker, Asking asking) {
        return asking.wire().page("/search").select(named("group-pages") + " a").eachAttr("href").stream()
                .filter(address -> !said(asking.wire().ask(address, Map.of())).equals("yes"))
                .map(address -> asker + " finds " + address)
                .toList();
    }

    /** In the words of the table; an answer that fails is in none of them. */
    private static String said(Connection.Response answer) {
        int status = answer.statusCode();
        String to = String.valueOf(answer.header("Location"));
        if (status == 401 || (status == 302 || status == 303) && to.endsWith("/sign-in")) {
            return "door";
        }
        if (status == 403) {
            return "no";
        }
        return status < 500 ? "yes" : "failed";
    }

    private static Connection.Response ask(Asking who, RouteRow row) {
        String id = row.route().startsWith("/clients/{id}")
                ? who.client()
                : row.route().startsWith("/sessions/{id}") ? who.session() : some();
        String path = VARIABLE.matcher(row.route().replace("{id}", id).replace("/link/{secret}", who.link()))
                .replaceAll(any -> some());
        if (!row.method().equals("POST")) {
            return who.wire().ask(path, Map.of());
        }
        if (path.endsWith("/marks")) {
            return who.wire()
                    .ask(
                            path,
                            who.token(),
                            "{\"id\":\"%s\",\"at\":\"%s\",\"kind\":\"settled\"}".formatted(some(), Instant.now()));
        }
        Map<String, String> fields = new HashMap<>(Map.of(
                "_csrf", who.token(),
                "key", some(),
                "id", some(),
                "check", some(),
                "session", some(),
                "account", some(),
                "client", who.client(),
                "role", "ASSISTANT",
                "version", "1"));
        fields.putAll(Map.of(
                "supervisor",
                some(),
                "purpose",
                "CHECK_IN",
                "muscle",
                "psoas_major_right",
                "restriction",
                "1",
                "joint",
                "sacroiliac_right",
                "limit",
                "1"));
        return who.wire().ask(path, fields);
    }

    private static String some() {
        return UUID.randomUUID().toString();
    }

    private static Map<Asker, Asking> askers(RunningPractice practice) {
        Wire owner = new Wire(practice.address()).signIn();
        Wire therapist = owner.invite("THERAPIST", "rights-therapist");
        Wire colleague = owner.invite("THERAPIST", "rights-colleague"); // one hands over, the other is still asked
        Wire assistant = owner.invite("ASSISTANT", "rights-assistant");
        Wire supervisor = owner.invite("SUPERVISOR", "rights-supervisor");
        String others = client(owner, "Somebody Else's");
        String own = client(therapist, "A Therapist's Own");
        String othersSession = session(owner, others);
        String ownSession = session(therapist, own);
        String link = link(therapist, own, practice.address());
        Wire client = new Wire(practice.address());
        assertThat(client.send(client.page(link).expectFirst(named("open-link")), Map.of())
                        .select(named("check-in")))
                .hasSize(1);
        Map<Asker, Asking> askers = new EnumMap<>(Asker.class);
        askers.put(Asker.OWNER, asking(owner, others, othersSession));
        askers.put(Asker.THERAPIST_OF_OWN, asking(therapist, own, ownSession));
        askers.put(Asker.THERAPIST_OF_OTHERS, asking(colleague, others, othersSession));
        askers.put(Asker.ASSISTANT, asking(assistant, own, ownSession));
        askers.put(Asker.SUPERVISOR, asking(supervisor, own, ownSession));
        Asking byLink = asking(client, own, ownSession);
        askers.put(Asker.CLIENT_BY_LINK, new Asking(client, byLink.token(), own, ownSession, link));
        askers.put(Asker.NOBODY, asking(new Wire(practice.address()), own, ownSession));
        return askers;
    }

    private static Asking asking(Wire wire, String client, String session) {
        String token = wire.page("/").expectFirst("meta[name=csrf]").attr("content");
        return new Asking(wire, token, client, session, "/link/" + some());
    }

    private static String link(Wire wire, String client, String address) {
        Element form = wire.page("/clients/" + client + "/links").expectFirst(named("make-link"));
        return wire.send(form, Map.of("purpose", "CHECK_IN"))
                .expectFirst(named("link"))
                .text()
                .substring(address.length());
    }

    private static String client(Wire wire, String name) {
        Document page = wire.send(wire.page("/clients/new").expectFirst("main form"), Map.of("name", name));
        return page.location().replaceFirst(".*/clients/", "");
    }

    private static String session(Wire wire, String client) {
        Document live = wire.send(
                wire.page(wire.agreed("/clients/" + client) + "/sessions/new").expectFirst("main form"),
                Wire.nothingFound("start"));
        assertThat(live.location()).contains("/sessions/");
        return live.location().replaceFirst(".*/sessions/", "");
    }
}
