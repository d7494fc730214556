package org.stillpoint.app.browser;

import static org.stillpoint.app.browser.Browsing.named;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.link.LinkPurpose;

/** A walk through the demo practice and an empty one, with a window for everybody who sees something else there. */
final class PictureTour implements AutoCloseable {

    /** Whose eyes a page is seen with. */
    enum Onlooker {
        OWNER,
        THERAPIST,
        ASSISTANT,
        SUPERVISOR,
        NOBODY,
        CLIENT,
        /** A client on the device of the practice. */
        HANDED_THE_DEVICE,
        /** The same, to sign. */
        HANDED_TO_SIGN,
        /** Whoever starts a practice that has no owner yet. */
        FIRST_OF_ALL,
        /** The owner of a practice that has no client yet. */
        NEW_OWNER
    }

    private static final String FIRST_PASSWORD = "three quiet rooms by the sea";
    private static final String SUPERVISOR = "una";

    private final Browsing browsing;
    private final RunningPractice practice;
    private final Path folder;
    private final Wire owner;
    private final Map<Onlooker, Page> windows = new EnumMap<>(Onlooker.class);
    private final Map<String, String> known = new HashMap<>();
    private @Nullable RunningPractice empty;

    /** @param folder for the practice that is empty */
    PictureTour(Browsing browsing, RunningPractice practice, Path folder) {
        this.browsing = browsing;
        this.practice = practice;
        this.folder = folder;
        owner = new Wire(practice.address()).signIn();
    }

    /** The window of somebody. */
    Page window(Onlooker onlooker) {
        return windows.computeIfAbsent(onlooker, this::opened);
    }

    private Page opened(Onlooker onlooker) {
        return switch (onlooker) {
            case OWNER, HANDED_THE_DEVICE, HANDED_TO_SIGN -> signedIn(practice, "demo", "demo");
            case THERAPIST -> invited("THERAPIST", "kim");
            case ASSISTANT -> invited("ASSISTANT", "desk");
            case SUPERVISOR -> signedIn(practice, supervisor(), Wire.PASSWORD);
            case NOBODY, CLIENT -> stranger(practice);
            case FIRST_OF_ALL -> stranger(empty());
            case NEW_OWNER -> newOwner();
        };
    }

    private Page stranger(RunningPractice where) {
        return browsing.window(where.address(), 1440, 900, ColorScheme.LIGHT);
    }

    private Page signedIn(RunningPractice where, String name, String password) {
        Page page = stranger(where);
        page.navigate("/sign-in");
        Browsing.signIn(page, name, password);
        return page;
    }

    private Page invited(String role, String name) {
        owner.invite(role, name);
        return signedIn(practice, name, Wire.PASSWORD);
    }

    private RunningPractice empty() {
        RunningPractice started = empty == null ? RunningPractice.start(folder) : empty;
        empty = started;
        return started;
    }

    private Page newOwner() {
        RunningPractice where = empty();
        Wire first = new Wire(where.address());
        first.send(
                first.page("/first-start").expectFirst("form[action='/first-start']"),
                Map.of(
                        "code",
                        where.firstStartCode(),
                        "name",
                        "mara",
                        "password",
                        FIRST_PASSWORD,
                        "again",
                        FIRST_PASSWORD));
        return signedIn(where, "mara", FIRST_PASSWORD);
    }

    private String once(String what, Supplier<String> made) {
        String there = known.get(what);
        if (there != null) {
            return there;
        }
        String now = made.get();
        known.put(what, now);
        return now;
    }

    String client(String name) {
        return once(name, () -> owner.client(name));
    }

    /** Where the first such link of a page leads that the owner sees. */
    String link(String address, String link) {
        return owner.page(address).expectFirst(link).attr("href");
    }

    /** Ana, once she has said yes to research. */
    String inResearch() {
        return once("in research", () -> {
            String ana = client("Ana Marin");
            owner.send(
                    owner.page(ana + "/consent/sign").expectFirst(named("paper")),
                    Map.of("CONTACT_BY_EMAIL", "no", "RESEARCH_USE", "yes", "typed", "Ana Marin"));
            return ana;
        });
    }

    /** The latest session of Ana. */
    String session() {
        return link(client("Ana Marin"), "[data-name=story] a[href*=sessions]");
    }

    /** Where the owner says whether words that they wrote down may leave. */
    String heard() {
        return once("heard", () -> {
            Document added =
                    owner.send(owner.page("/clients/new").expectFirst("main form"), Map.of("name", "Was Heard"));
            Document live = owner.send(
                    owner.page(owner.agreed(path(added)) + "/sessions/new").expectFirst("main form"),
                    Wire.nothingFound("start"));
            owner.json(
                    path(live) + "/marks",
                    "{\"id\":\"%s\",\"at\":\"%s\",\"kind\":\"memory\",\"words\":\"A door that was shut\"}"
                            .formatted(UUID.randomUUID(), Instant.now()));
            owner.send(live.expectFirst("#end"), Map.of());
            return link(path(live) + "/process-notes", named("note-release"));
        });
    }

    /** A session whose note is not signed yet, so that its marks may be corrected. */
    String unsigned() {
        return link("/notes", named("notes-to-sign") + " a");
    }

    String invitation() {
        Document people =
                owner.send(owner.page("/practice/people").expectFirst(named("invite")), Map.of("role", "THERAPIST"));
        return withoutPlace(people.expectFirst(named("link")).text());
    }

    String erased() {
        Document goes = owner.send(owner.page("/clients/new").expectFirst("main form"), Map.of("name", "Goes Away"));
        Element form = owner.page(path(goes) + "/erase").expectFirst(named("erase"));
        return path(owner.send(form, Map.of("name", "Goes Away", "for-ever", "on")));
    }

    /** What is told about somebody who no longer comes. */
    String archived() {
        return once("archived", () -> {
            Document added =
                    owner.send(owner.page("/clients/new").expectFirst("main form"), Map.of("name", "Came No Longer"));
            String about = path(added) + "/about";
            owner.send(owner.page(about).expectFirst(named("archive")), Map.of("reason", "Moved to another town."));
            return about;
        });
    }

    private String supervisor() {
        return once("supervisor", () -> {
            owner.invite("SUPERVISOR", SUPERVISOR);
            Element form = owner.page(client("Tomas Berg") + "/care").expectFirst(named("supervise"));
            String id = form.select("[name=supervisor] option").stream()
                    .filter(option -> option.text().equals(SUPERVISOR))
                    .map(option -> option.attr("value"))
                    .findFirst()
                    .orElseThrow();
            owner.send(form, Map.of("supervisor", id));
            return SUPERVISOR;
        });
    }

    String cases() {
        supervisor();
        return "/cases";
    }

    /** Where the first such link of a page leads that a supervisor sees. */
    String supervised(String address, String link) {
        Page page = window(Onlooker.SUPERVISOR);
        page.navigate(address);
        return page.getAttribute(link, "href");
    }

    /** A new link for a client. */
    String madeLink(String purpose) {
        return madeLink("Yara Costa", purpose);
    }

    private String madeLink(String name, String purpose) {
        Document made = owner.send(
                owner.page(client(name) + "/links").expectFirst(named("make-link")), Map.of("purpose", purpose));
        return withoutPlace(made.expectFirst(named("link")).text());
    }

    String openedLink(Page page) {
        return opened(page, LinkPurpose.CHECK_IN);
    }

    /** By which a check-in was just given. */
    String usedLink(Page page) {
        return once("used link", () -> {
            String link = opened(page, LinkPurpose.CHECK_IN);
            page.navigate(link);
            page.evaluate("""
                    () => {
                      const form = document.getElementById('check-in');
                      for (const chosen of ['where=nowhere', 'pain=3', 'stress=4', 'tension=5', 'anxiety=2']) {
                        const [name, value] = chosen.split('=');
                        form.querySelector(`input[name="${name}"][value="${value}"]`).checked = true;
                      }
                      form.submit();
                    }""");
            page.waitForSelector("[data-name=kept]");
            return link;
        });
    }

    String openedCopy(Page page) {
        return opened(page, LinkPurpose.OWN_COPY);
    }

    /** Of somebody of whom there is much to see, and who has asked for something. */
    String openedOwnPage(Page page) {
        return once("own page", () -> askedFor(page));
    }

    private String askedFor(Page page) {
        String link = opened(page, madeLink("Ana Marin", "OWN_VIEW"));
        page.click(named("own-ask") + ":has([name=correction]) summary");
        page.fill("#correction", "It was the left knee, and it was in spring.");
        page.click(named("own-ask") + ":has([name=correction]) button");
        return link + "/own";
    }

    /** They have said that they cannot come. */
    String openedAppointment(Page page) {
        return opened(page, madeLink("Ana Marin", "APPOINTMENT")) + "/appointment";
    }

    /** What somebody asked. */
    String requests(Page page) {
        return asking(page) + "/asked";
    }

    /** The page of somebody who asked for something. */
    String asking(Page page) {
        return once("asking", () -> {
            openedOwnPage(window(Onlooker.CLIENT));
            return client("Ana Marin");
        });
    }

    String openedIntake(Page page) {
        return openedIntake(page, "expectation");
    }

    String openedIntake(Page page, String step) {
        return opened(page, LinkPurpose.INTAKE) + "/intake/" + step;
    }

    /** A client of whom a questionnaire is asked: the address of their page. */
    String asked() {
        return once("asked", () -> {
            String client = client("Yara Costa");
            owner.page(client + "/measures")
                    .select(named("ask"))
                    .forEach(form -> owner.send(form, Map.of("ask", "phq9")));
            return client;
        });
    }

    /** One screen of that questionnaire, as its client sees it. */
    String openedQuestion(Page page, String step) {
        String question = link(asked() + "/measures", "[data-name=fill-in]");
        String filled = question.substring(0, question.lastIndexOf('/'));
        return opened(page, LinkPurpose.QUESTIONNAIRE) + "/questionnaire" + filled.substring(filled.lastIndexOf('/'))
                + "/" + step;
    }

    /** One screen of a questionnaire that the practice imported, as its client sees it. */
    String openedOwnQuestion(Page page, String file, String title, String step) {
        String name = "Nils Arvo";
        String question = once(title, () -> {
            GardenForm.imports(owner, file);
            return GardenForm.asks(owner, client(name), title);
        });
        String filled = question.substring(0, question.lastIndexOf('/'));
        return opened(page, madeLink(name, LinkPurpose.QUESTIONNAIRE.name())) + "/questionnaire"
                + filled.substring(filled.lastIndexOf('/')) + "/" + step;
    }

    /** One that goes on. */
    String intake() {
        return once("intake", () -> {
            String intake = client("Yara Costa") + "/intake";
            owner.page(intake).select(named("begin")).forEach(form -> owner.send(form, Map.of()));
            return intake;
        });
    }

    /** The same, with something told in it. */
    String toldIntake() {
        return once("told intake", () -> {
            String intake = intake();
            says(intake + "/events?event=1&ask=what", Map.of("what", "Fell from a ladder, onto grass"));
            says(intake + "/events?event=1&ask=kind", Map.of("kind", "PHYSICAL_TRAUMA"));
            says(intake + "/events?event=1&ask=when", Map.of("date", "2011"));
            says(intake + "/events?event=1&ask=posture", Map.of("posture", "Reaching up with the left hand"));
            says(intake + "/pain", Map.of("X205", "6", "kind-X205", "BURNING", "X208", "3"));
            return intake;
        });
    }

    private void says(String page, Map<String, String> typed) {
        Map<String, String> fields = new HashMap<>(typed);
        fields.put("then", "save");
        owner.send(owner.page(page).expectFirst(named("intake-step")), fields);
    }

    private String opened(Page page, LinkPurpose purpose) {
        return opened(page, madeLink(purpose.name()));
    }

    private String opened(Page page, String link) {
        page.navigate(link);
        page.click(named("open-link") + " button");
        return link;
    }

    String handedOver(Page page) {
        String checkIn = client("Ana Marin") + "/check-in";
        page.navigate(checkIn);
        page.locator(named("hand-over") + " button").first().click();
        return checkIn;
    }

    String openedConsent(Page page) {
        return opened(page, LinkPurpose.CONSENT);
    }

    String handedToSign(Page page) {
        String client = client("Ana Marin");
        page.navigate(client + "/consent");
        page.locator(named("hand-over") + " button").first().click();
        return client + "/consent/sign";
    }

    /** Somebody who has signed nothing. */
    String withoutConsent() {
        return once(
                "without-consent",
                () -> path(owner.send(
                        owner.page("/clients/new").expectFirst("main form"), Map.of("name", "Nora Unsigned"))));
    }

    /** A session in which the client takes their consent back. */
    String withdrawn() {
        return once("withdrawn", () -> {
            String client = path(
                    owner.send(owner.page("/clients/new").expectFirst("main form"), Map.of("name", "Wanda Withdrawn")));
            Document live = owner.send(
                    owner.page(owner.agreed(client) + "/sessions/new").expectFirst("main form"),
                    Wire.nothingFound("start"));
            owner.send(owner.page(client + "/consent").expectFirst(named("withdraw")), Map.of());
            return path(live);
        });
    }

    /** A session of Leo's that goes on. */
    String running() {
        return once("running", () -> {
            Document live = owner.send(
                    owner.page(owner.agreed(client("Leo Fischer")) + "/sessions/new")
                            .expectFirst("main form"),
                    Wire.nothingFound("start"));
            tap(path(live), "\"kind\": \"settled\"");
            return path(live);
        });
    }

    /** The same, held by a device that is not the one in the picture. */
    String watched() {
        return once("watched", () -> {
            String session = StartedSession.of(owner, "Wim Watched");
            tap(session, "\"kind\": \"settled\", \"hand\": \"another device\"");
            tap(session, "\"kind\": \"sign\", \"sign\": \"WARMTH\", \"hand\": \"another device\"");
            return session;
        });
    }

    String stopped() {
        tap(running(), "\"kind\": \"stop\"");
        return running();
    }

    /** The same, grounded and ended just now. */
    String closed() {
        return once("closed", () -> {
            owner.grounds(stopped(), 2);
            owner.send(owner.page(running()).expectFirst("form[action$=/end]"), Map.of());
            return running();
        });
    }

    /** @param moment which, as the page's script sends it */
    private void tap(String session, String moment) {
        owner.json(
                session + "/marks",
                "{\"id\": \"%s\", \"at\": \"%s\", %s}".formatted(UUID.randomUUID(), Instant.now(), moment));
    }

    private static String path(Document page) {
        return URI.create(page.location()).getPath();
    }

    private static String withoutPlace(String address) {
        return URI.create(address).getPath();
    }

    @Override
    public void close() throws InterruptedException {
        if (empty != null) {
            empty.close();
        }
    }
}
