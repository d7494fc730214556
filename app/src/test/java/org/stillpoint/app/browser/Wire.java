package org.stillpoint.app.browser;

import static org.stillpoint.app.browser.Browsing.named;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.helper.HttpConnection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.stillpoint.record.session.AfterStop;

/** A browser without eyes: asks for pages and sends their forms as they stand, over the wire, with a session's cookies. */
final class Wire {

    /** Of everybody who is invited. */
    static final String PASSWORD = "heron-lamp-otter-57";

    /** A safety check in which nothing was found. */
    static Map<String, String> nothingFound(String then) {
        return Map.of("none-RED_FLAG", "yes", "none-STOP", "yes", "none-ASK_FIRST", "yes", "then", then);
    }

    private static final int MOST_PATIENCE_MS = 60_000;

    /** Browsers say with each request whether a page of the same site asks. */
    private static final String CAME_FROM = "Sec-Fetch-Site";

    /** By the address of a practice. */
    private static final Map<String, List<HttpCookie>> SIGNED_IN = new ConcurrentHashMap<>();

    private final String address;
    private final Connection session;

    /** A visitor of a practice with nobody signed in. */
    Wire(String address) {
        this.address = address;
        this.session = Jsoup.newSession()
                .ignoreHttpErrors(true)
                .ignoreContentType(true)
                .maxBodySize(0)
                .timeout(MOST_PATIENCE_MS)
                .header(CAME_FROM, "same-origin");
    }

    /** Their sign-in ends, as after a long break or a restart. */
    Wire signedOut() {
        session.cookieStore().removeAll();
        return this;
    }

    /** Sends a form as the page of another site would. */
    Connection.Response postFromElsewhere(Element form, Map<String, String> typed) {
        session.header(CAME_FROM, "cross-site");
        try {
            return post(form, typed);
        } finally {
            session.header(CAME_FROM, "same-origin");
        }
    }

    /** Somebody else comes to the practice, by a link that this one, its owner, makes; they choose a name, and sign in. */
    Wire invite(String role, String name) {
        Document people = send(page("/practice/people").expectFirst(named("invite")), Map.of("role", role));
        String link = people.expectFirst(named("link")).text();
        Wire invited = new Wire(address);
        invited.send(
                invited.page(link.substring(address.length())).expectFirst(named("accept")),
                Map.of("name", name, "password", PASSWORD, "again", PASSWORD));
        return invited.signInAs(name, PASSWORD);
    }

    /** Signs in to the demo practice, or goes on with the sign-in of an earlier test: checking a password takes a second by design. */
    Wire signIn() {
        SIGNED_IN
                .getOrDefault(address, List.of())
                .forEach(cookie -> session.cookieStore().add(URI.create(address), cookie));
        Connection.Response today = get("/");
        return today.statusCode() != 200 || today.url().getPath().contains("/sign-in") ? signInAnew() : this;
    }

    /** Signs in with name and password. */
    Wire signInAs(String name, String password) {
        session.cookieStore().removeAll();
        Document today = send(page("/sign-in").expectFirst("main form"), Map.of("name", name, "password", password));
        if (today.location().contains("/sign-in")) {
            throw new IllegalStateException("signing in led back to the door");
        }
        return this;
    }

    /** Signs in to the demo practice with name and password. */
    Wire signInAnew() {
        signInAs("demo", "demo");
        SIGNED_IN.put(address, List.copyOf(session.cookieStore().getCookies()));
        return this;
    }

    /** What an address answers, whatever its status. */
    Connection.Response get(String path) {
        return execute(session.newRequest().url(address + path).method(Connection.Method.GET));
    }

    Document page(String path) {
        return parsed(get(path));
    }

    /** Sends a form with what stands in it, but for what is typed over it; the answer whatever its status. */
    Connection.Response post(Element form, Map<String, String> typed) {
        List<Connection.KeyVal> fields = new ArrayList<>(((FormElement) form).formData());
        fields.removeIf(field -> typed.containsKey(field.key()));
        typed.forEach((name, value) -> fields.add(HttpConnection.KeyVal.create(name, value)));
        return execute(session.newRequest()
                .url(form.absUrl("action"))
                .method(Connection.Method.POST)
                .data(fields));
    }

    /** Sends a form with a file. */
    Connection.Response upload(Element form, String field, String name, byte[] bytes) {
        List<Connection.KeyVal> fields = new ArrayList<>(((FormElement) form).formData());
        fields.removeIf(each -> each.key().equals(field));
        fields.add(HttpConnection.KeyVal.create(field, name, new ByteArrayInputStream(bytes)));
        return execute(session.newRequest()
                .url(form.absUrl("action"))
                .method(Connection.Method.POST)
                .data(fields));
    }

    /** Asks for an address, or sends these fields to it where there are any; the very first answer, wherever it leads. */
    Connection.Response ask(String path, Map<String, String> fields) {
        return execute(session.newRequest()
                .url(address + path)
                .followRedirects(false)
                .method(fields.isEmpty() ? Connection.Method.GET : Connection.Method.POST)
                .data(fields));
    }

    /** Sends what a script sends, with a token that it has already. */
    Connection.Response ask(String path, String token, String body) {
        return execute(session.newRequest()
                .url(address + path)
                .followRedirects(false)
                .method(Connection.Method.POST)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", token)
                .requestBody(body));
    }

    /** The first answer to a form, wherever it leads. */
    Connection.Response first(Element form, Map<String, String> typed) {
        session.followRedirects(false);
        try {
            return post(form, typed);
        } finally {
            session.followRedirects(true);
        }
    }

    /** Sends what a script of a page sends. */
    Connection.Response json(String path, String body) {
        return json(path, page("/").expectFirst("meta[name=csrf]").attr("content"), body);
    }

    /** The same of a page that has this token. */
    Connection.Response json(String path, String token, String body) {
        return execute(session.newRequest()
                .url(address + path)
                .method(Connection.Method.POST)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", token)
                .requestBody(body));
    }

    /** What a page's script sends with nothing in it, which needs no token. */
    Connection.Response script(String path) {
        return json(path, "", "");
    }

    /** After a stop, everything is gone through until the session may end, as its page sends it. */
    void grounds(String session, int distress) {
        List<String> marks = new ArrayList<>();
        for (int step = 1; step <= page(session).select("#steps .step-said").size(); step++) {
            marks.add("\"kind\": \"step\", \"value\": " + step);
        }
        for (AfterStop what : AfterStop.values()) {
            marks.add("\"kind\": \"after-stop\", \"value\": 1, \"sign\": \"%s\"".formatted(what));
        }
        marks.add("\"kind\": \"grounded\", \"value\": " + distress);
        for (String mark : marks) {
            String tap = "{\"id\": \"%s\", \"at\": \"%s\", %s}".formatted(UUID.randomUUID(), Instant.now(), mark);
            if (json(session + "/marks", tap).statusCode() != 200) {
                throw new IllegalStateException("what grounds a client was not kept");
            }
        }
    }

    /** The page that follows. */
    Document send(Element form, Map<String, String> typed) {
        return parsed(post(form, typed));
    }

    /** A client without a consent in force reads what is to be read, and signs it with their name; their address again. */
    String agreed(String client) {
        String path = client.startsWith(address) ? client.substring(address.length()) : client;
        if (page(path + "/consent").select(named("consent-in-force")).isEmpty()) {
            Document signed = send(
                    page(path + "/consent/sign").expectFirst(named("paper")),
                    Map.of("CONTACT_BY_EMAIL", "no", "RESEARCH_USE", "no", "typed", "A. Client"));
            if (signed.select(named("consent-in-force")).isEmpty()) {
                throw new IllegalStateException("signing led to " + signed.location());
            }
        }
        return path;
    }

    /** A session with a client in which a memory was told, ended; its address. */
    String heard(String client, String memory) {
        Document live = send(page(agreed(client) + "/sessions/new").expectFirst("main form"), nothingFound("start"));
        String session = URI.create(live.location()).getPath();
        json(
                session + "/marks",
                "{\"id\":\"%s\",\"at\":\"%s\",\"kind\":\"memory\",\"words\":\"%s\"}"
                        .formatted(UUID.randomUUID(), Instant.now(), memory));
        send(live.expectFirst("#end"), Map.of());
        return session;
    }

    /** Where the page of a client is, as the search of all clients says. */
    String client(String name) {
        return send(page("/clients").expectFirst(named("find")), Map.of("query", name))
                .select("[data-name=client] a.row")
                .stream()
                .filter(row -> row.expectFirst(".name").text().equals(name))
                .map(row -> row.attr("href"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody is called " + name));
    }

    private static Connection.Response execute(Connection request) {
        try {
            return request.execute();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Document parsed(Connection.Response answer) {
        try {
            return answer.parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
