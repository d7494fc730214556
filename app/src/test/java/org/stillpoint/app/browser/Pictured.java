package org.stillpoint.app.browser;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.stillpoint.app.browser.PictureTour.Onlooker;

/**
 * A page that is looked at.
 *
 * @param name what its picture is called
 * @param route as the program's own routes call it
 * @param onlooker who sees it
 * @param address where it is; what has to be there first is done on the way, in a window of the onlooker
 * @param there what shows that it is all there
 */
record Pictured(
        String name, String route, Onlooker onlooker, BiFunction<PictureTour, Page, String> address, String there) {

    private static final String MAIN = "main, body";
    private static final String BODY = "sp-body[data-ready]";

    /** No map stands in for a body that has not been drawn yet. */
    private static final String DRAWN = "body:not(:has(sp-body:not([data-ready])))";

    private static final Page.WaitForSelectorOptions PATIENTLY = new Page.WaitForSelectorOptions()
            .setTimeout(60_000); // ms, as for a body that is drawn without a graphics card

    /** Waits until all of it is there. */
    void waitFor(Page page) {
        page.waitForSelector(there, PATIENTLY);
        page.waitForSelector(DRAWN, PATIENTLY);
    }

    /** Every page, in the order in which they are made: what leaves something behind that others would show comes last. */
    static List<Pictured> all() {
        return List.of(
                at("sign-in", "/sign-in", Onlooker.NOBODY),
                made("invitation", "/invitation/{secret}", Onlooker.NOBODY, (tour, page) -> tour.invitation()),
                made("nowhere", "ANY /error", Onlooker.OWNER, (tour, page) -> "/nowhere"),
                made("first-start", "/first-start", Onlooker.FIRST_OF_ALL, (tour, page) -> "/first-start"),
                at("empty-today", "/", Onlooker.NEW_OWNER),
                made("empty-try", "/clients/new", Onlooker.NEW_OWNER, (tour, page) -> "/clients/new?tried"),
                at("empty-clients", "/clients", Onlooker.NEW_OWNER),
                at("empty-practice", "/practice", Onlooker.NEW_OWNER),
                at("today", "/", Onlooker.OWNER),
                at("notes-to-sign", "/notes", Onlooker.OWNER),
                made(
                        "note",
                        "/clients/{id}/notes/{note}",
                        Onlooker.OWNER,
                        (tour, page) -> tour.link(tour.session(), "[data-name=note-pdf]")
                                .replace("/note.pdf", "")),
                at("account-session", "/account/session", Onlooker.OWNER),
                at("account-calendar", "/account/calendar", Onlooker.OWNER),
                at("account-calendar-elsewhere", "/account/calendar/elsewhere", Onlooker.OWNER),
                at("account-tokens", "/account/tokens", Onlooker.OWNER),
                at("practice-questionnaires", "/practice/questionnaires", Onlooker.OWNER),
                at("practice-programs", "/practice/programs", Onlooker.OWNER),
                at("practice-timer", "/practice/timer", Onlooker.OWNER),
                at("practice-mail", "/practice/mail", Onlooker.OWNER),
                at("practice-techniques", "/practice/techniques", Onlooker.OWNER),
                at("practice-aftercare", "/practice/aftercare", Onlooker.OWNER),
                made(
                        "aftercare",
                        "/sessions/{id}/aftercare",
                        Onlooker.OWNER,
                        (tour, page) -> tour.session() + "/aftercare"),
                at("clients", "/clients", Onlooker.OWNER),
                at("search", "/search", Onlooker.OWNER),
                at("handbook", "/help", Onlooker.OWNER),
                made("handbook-part", "/help/{part}", Onlooker.OWNER, (tour, page) -> "/help/therapist"),
                made("guide", "/guide/{language}", Onlooker.CLIENT, (tour, page) -> "/guide/en"),
                at("new-client", "/clients/new", Onlooker.OWNER),
                body("client", "/clients/{id}", "Ana Marin"),
                body("client-worse", "/clients/{id}", "Ruth Okafor"),
                made(
                        "client-at-the-desk",
                        "/clients/{id}",
                        Onlooker.ASSISTANT,
                        (tour, page) -> tour.client("Ana Marin")),
                at("about", "/clients/{id}/about", Onlooker.OWNER),
                made(
                        "about-at-the-desk",
                        "/clients/{id}/about",
                        Onlooker.ASSISTANT,
                        (tour, page) -> tour.client("Ana Marin") + "/about"),
                at("letter", "/clients/{id}/letter", Onlooker.OWNER),
                made(
                        "case-report",
                        "/clients/{id}/case-report",
                        Onlooker.OWNER,
                        (tour, page) -> tour.inResearch() + "/case-report"),
                made(
                        "trial-report",
                        "/clients/{id}/trial-report",
                        Onlooker.OWNER,
                        (tour, page) -> tour.inResearch() + "/trial-report"),
                at("about-contact", "/clients/{id}/about/contact", Onlooker.OWNER),
                at("about-mail", "/clients/{id}/about/mail", Onlooker.OWNER),
                at("about-background", "/clients/{id}/about/background", Onlooker.OWNER),
                at("about-carers", "/clients/{id}/about/carers", Onlooker.OWNER),
                made("about-archived", "/clients/{id}/about", Onlooker.OWNER, (tour, page) -> tour.archived()),
                made(
                        "client-archived",
                        "/clients/{id}",
                        Onlooker.OWNER,
                        (tour, page) -> tour.archived().replace("/about", "")),
                made("clients-archived", "/clients", Onlooker.OWNER, (tour, page) -> "/clients?archived"),
                at("sessions", "/clients/{id}/sessions", Onlooker.OWNER),
                at("prepare", "/clients/{id}/prepare", Onlooker.OWNER),
                made(
                        "prepare-worse",
                        "/clients/{id}/prepare",
                        Onlooker.OWNER,
                        (tour, page) -> tour.client("Ruth Okafor") + "/prepare"),
                body("session-plan", "/clients/{id}/session-plan", "Ana Marin"),
                body("touch", "/clients/{id}/touch", "Ana Marin"),
                at("consent", "/clients/{id}/consent", Onlooker.OWNER),
                made( // of somebody who has told no language: else both are said in the client's, whatever is spoken
                        "consent-sign",
                        "/clients/{id}/consent/sign",
                        Onlooker.OWNER,
                        (tour, page) -> tour.withoutConsent() + "/consent/sign"),
                made(
                        "consent-areas",
                        "/clients/{id}/consent/areas",
                        Onlooker.OWNER,
                        (tour, page) -> tour.withoutConsent() + "/consent/areas"),
                made(
                        "consent-none",
                        "/clients/{id}/consent",
                        Onlooker.OWNER,
                        (tour, page) -> tour.withoutConsent() + "/consent"),
                made(
                        "prepare-without-consent",
                        "/clients/{id}/prepare",
                        Onlooker.OWNER,
                        (tour, page) -> tour.withoutConsent() + "/prepare"),
                at("appointments", "/clients/{id}/appointments", Onlooker.OWNER),
                at("book", "/appointments/new", Onlooker.OWNER),
                at("care", "/clients/{id}/care", Onlooker.OWNER),
                at("links", "/clients/{id}/links", Onlooker.OWNER),
                made("intake", "/clients/{id}/intake", Onlooker.OWNER, (tour, page) -> tour.intake()),
                made(
                        "intake-step",
                        "/clients/{id}/intake/{step}",
                        Onlooker.OWNER,
                        (tour, page) -> tour.intake() + "/health"),
                made(
                        "intake-events",
                        "/clients/{id}/intake/{step}",
                        Onlooker.OWNER,
                        (tour, page) -> tour.toldIntake() + "/events"),
                made(
                        "intake-pain",
                        "/clients/{id}/intake/{step}",
                        Onlooker.OWNER,
                        (tour, page) -> tour.toldIntake() + "/pain"),
                made(
                        "intake-touch",
                        "/clients/{id}/intake/{step}",
                        Onlooker.OWNER,
                        (tour, page) -> tour.intake() + "/touch"),
                made(
                        "intake-consent",
                        "/clients/{id}/intake/{step}",
                        Onlooker.OWNER,
                        (tour, page) -> tour.intake() + "/consent"),
                made("link-intake", "/link/{secret}/intake/{step}", Onlooker.CLIENT, PictureTour::openedIntake),
                made(
                        "link-intake-event",
                        "/link/{secret}/intake/{step}",
                        Onlooker.CLIENT,
                        (tour, page) -> tour.openedIntake(page, "events?event=1&ask=where")),
                made(
                        "link-intake-pain",
                        "/link/{secret}/intake/{step}",
                        Onlooker.CLIENT,
                        (tour, page) -> tour.openedIntake(page, "pain")),
                made(
                        "link-intake-touch",
                        "/link/{secret}/intake/{step}",
                        Onlooker.CLIENT,
                        (tour, page) -> tour.openedIntake(page, "touch")),
                made(
                        "link-intake-consent",
                        "/link/{secret}/intake/{step}",
                        Onlooker.CLIENT,
                        (tour, page) -> tour.openedIntake(page, "consent")),
                made("measures", "/clients/{id}/measures", Onlooker.OWNER, (tour, page) -> tour.asked() + "/measures"),
                made(
                        "question",
                        "/clients/{id}/questionnaire/{filled}/{step}",
                        Onlooker.OWNER,
                        (tour, page) -> tour.link(tour.asked() + "/measures", "[data-name=fill-in]")),
                made(
                        "link-question",
                        "/link/{secret}/questionnaire/{filled}/{step}",
                        Onlooker.CLIENT,
                        (tour, page) -> tour.openedQuestion(page, "9")),
                made(
                        "link-question-answers",
                        "/link/{secret}/questionnaire/{filled}/{step}",
                        Onlooker.CLIENT,
                        (tour, page) -> tour.openedQuestion(page, "answers")),
                made(
                        "link-question-number",
                        "/link/{secret}/questionnaire/{filled}/{step}",
                        Onlooker.CLIENT,
                        (tour, page) -> tour.openedOwnQuestion(page, GardenForm.FILE, GardenForm.TITLE, "2")),
                made(
                        "link-question-open",
                        "/link/{secret}/questionnaire/{filled}/{step}",
                        Onlooker.CLIENT,
                        (tour, page) -> tour.openedOwnQuestion(page, GardenForm.FILE, GardenForm.TITLE, "5")),
                made(
                        "link-question-several",
                        "/link/{secret}/questionnaire/{filled}/{step}",
                        Onlooker.CLIENT,
                        (tour, page) -> tour.openedOwnQuestion(page, GardenForm.TOOLS, GardenForm.TOOLS_TITLE, "1")),
                at("check-in", "/clients/{id}/check-in", Onlooker.OWNER),
                found("mend-check-in", "/clients/{id}/check-ins/{checkIn}", "/check-in", "[data-name=earlier] a"),
                made(
                        "thanks",
                        "/clients/{id}/thanks",
                        Onlooker.OWNER,
                        (t, page) -> t.client("Ruth Okafor") + "/thanks"),
                at("all-open-matters", "/open-matters", Onlooker.OWNER),
                made(
                        "open-matters",
                        "/clients/{id}/open-matters",
                        Onlooker.OWNER,
                        (tour, page) -> tour.client("Ruth Okafor") + "/open-matters"),
                at("follow-ups", "/follow-ups", Onlooker.OWNER),
                made(
                        "follow-up",
                        "/clients/{id}/follow-up",
                        Onlooker.OWNER,
                        (tour, page) -> tour.client("Pia Lindqvist") + "/follow-up"),
                body("new-event", "/clients/{id}/events/new", "Ana Marin"),
                made(
                        "event",
                        "/clients/{id}/events/{event}",
                        Onlooker.OWNER,
                        (tour, page) -> tour.link(tour.client("Leo Fischer"), "[data-name=story] a[href*=events]")),
                found("locked-event", "/clients/{id}/events/{event}", "", "[data-name=story] a[href*=events]"),
                body("pain", "/clients/{id}/pain", "Ana Marin"),
                new Pictured(
                        "trace",
                        "/clients/{id}/trace",
                        Onlooker.OWNER,
                        (tour, page) -> tour.client("Ana Marin") + "/trace",
                        ".trace-answer"),
                new Pictured(
                        "trace-unknown",
                        "/clients/{id}/trace",
                        Onlooker.OWNER,
                        (tour, page) -> tour.client("Ruth Okafor") + "/trace",
                        ".trace-answer"),
                body("client-life", "/clients/{id}/life", "Ana Marin"),
                at("new-session", "/clients/{id}/sessions/new", Onlooker.OWNER),
                new Pictured("ended-session", "/sessions/{id}", Onlooker.OWNER, (tour, page) -> tour.session(), BODY),
                made(
                        "own-notes",
                        "/sessions/{id}/own-notes",
                        Onlooker.OWNER,
                        (tour, page) -> tour.session() + "/own-notes"),
                made(
                        "process-notes",
                        "/sessions/{id}/process-notes",
                        Onlooker.OWNER,
                        (tour, page) -> tour.session() + "/process-notes"),
                made(
                        "note-release",
                        "/sessions/{id}/process-notes/{note}",
                        Onlooker.OWNER,
                        (tour, page) -> tour.heard()),
                made(
                        "mend-mark",
                        "/clients/{id}/sessions/{session}/marks/{mark}",
                        Onlooker.OWNER,
                        (tour, page) -> tour.link(tour.unsigned(), "[data-name=marks] tbody a")),
                found(
                        "mend-safety-check",
                        "/clients/{id}/safety-checks/{check}",
                        "/slips",
                        "[data-name=entries] a[href*=safety-checks]"),
                at("slips", "/clients/{id}/slips", Onlooker.OWNER),
                at("name", "/clients/{id}/name", Onlooker.OWNER),
                at("how-it-goes", "/clients/{id}/how-it-goes", Onlooker.OWNER),
                made(
                        "mind-and-body",
                        "/clients/{id}/mind-and-body",
                        Onlooker.OWNER,
                        (tour, page) -> tour.client("Mia Duarte") + "/mind-and-body"),
                at("questionnaires", "/clients/{id}/questionnaires", Onlooker.OWNER),
                at("forecast", "/clients/{id}/forecast", Onlooker.OWNER),
                made(
                        "sealed-forecast",
                        "/clients/{id}/forecast/{entry}",
                        Onlooker.OWNER,
                        (tour, page) -> tour.link(tour.client("Joost Veen") + "/how-it-goes", "a[href*='/forecast/']")),
                at("plan", "/clients/{id}/plan", Onlooker.OWNER),
                at("proposals", "/clients/{id}/fhir", Onlooker.OWNER),
                at("import", "/clients/{id}/import", Onlooker.OWNER),
                at("erase", "/clients/{id}/erase", Onlooker.OWNER),
                made("erased", "/practice/erased/{id}", Onlooker.OWNER, (tour, page) -> tour.erased()),
                at("practice", "/practice", Onlooker.OWNER),
                at("field", "/practice/field", Onlooker.OWNER),
                at("retention", "/practice/retention", Onlooker.OWNER),
                at("takeout", "/practice/take-out", Onlooker.OWNER),
                at("contacts", "/practice/contacts", Onlooker.OWNER),
                at("settings", "/practice/settings", Onlooker.OWNER),
                at("consent-text", "/practice/consent-text", Onlooker.OWNER),
                at("consent-text-read", "/consent-text", Onlooker.OWNER),
                at("grounding", "/practice/grounding", Onlooker.OWNER),
                at("safety-list", "/practice/safety-list", Onlooker.OWNER),
                at("addresses", "/practice/addresses", Onlooker.OWNER),
                at("help-now", "/help-now", Onlooker.OWNER),
                at("audit", "/practice/audit", Onlooker.OWNER),
                at("door", "/practice/door", Onlooker.OWNER),
                at("people", "/practice/people", Onlooker.OWNER),
                at("emergency", "/emergency", Onlooker.THERAPIST),
                made("cases", "/cases", Onlooker.SUPERVISOR, (tour, page) -> tour.cases()),
                made(
                        "case",
                        "/cases/{handed}",
                        Onlooker.SUPERVISOR,
                        (tour, page) -> tour.supervised(tour.cases(), "[data-name=case]")),
                at("account", "/account", Onlooker.OWNER),
                at("account-name", "/account/name", Onlooker.OWNER),
                at("codes", "/account/codes", Onlooker.OWNER),
                at("second-step", "/account/second-step", Onlooker.OWNER),
                at("passkeys", "/account/passkeys", Onlooker.OWNER),
                body("hold", "/body", ""),
                new Pictured("life", "/life", Onlooker.OWNER, (tour, page) -> "/life", BODY),
                new Pictured("life-example", "/life/{example}", Onlooker.OWNER, (tour, page) -> "/life/whiplash", BODY),
                made("link", "/link/{secret}", Onlooker.CLIENT, (tour, page) -> tour.madeLink("CHECK_IN")),
                made("link-check-in", "/link/{secret}", Onlooker.CLIENT, PictureTour::openedLink),
                made(
                        "link-waiting",
                        "/link/{secret}/waiting",
                        Onlooker.CLIENT,
                        (tour, page) -> tour.openedLink(page) + "/waiting"),
                made(
                        "link-mend",
                        "/link/{secret}/mend",
                        Onlooker.CLIENT,
                        (tour, page) -> tour.usedLink(page) + "/mend"),
                made("link-start", "/link/start", Onlooker.CLIENT, (tour, page) -> "/link/start"),
                made("link-copy", "/link/{secret}", Onlooker.CLIENT, PictureTour::openedCopy),
                made("link-own", "/link/{secret}/own", Onlooker.CLIENT, PictureTour::openedOwnPage),
                made("link-appointment", "/link/{secret}/appointment", Onlooker.CLIENT, PictureTour::openedAppointment),
                made("requests", "/clients/{id}/asked", Onlooker.OWNER, PictureTour::requests),
                made("client-asks", "/clients/{id}", Onlooker.OWNER, PictureTour::asking),
                made("link-consent", "/link/{secret}", Onlooker.CLIENT, PictureTour::openedConsent),
                made("mail-off", "/mail-off/{secret}", Onlooker.CLIENT, (tour, page) -> "/mail-off/none"),
                made("link-nothing", "/link/{secret}", Onlooker.CLIENT, (tour, page) -> "/link/none"),
                made("handed-check-in", "/clients/{id}/check-in", Onlooker.HANDED_THE_DEVICE, PictureTour::handedOver),
                made(
                        "handed-consent",
                        "/clients/{id}/consent/sign",
                        Onlooker.HANDED_TO_SIGN,
                        PictureTour::handedToSign),
                made("handed-help-now", "/help-now", Onlooker.HANDED_THE_DEVICE, (tour, page) -> "/help-now"),
                new Pictured("session", "/sessions/{id}", Onlooker.OWNER, (tour, page) -> tour.running(), BODY),
                made("session-goes-on", "/", Onlooker.OWNER, (tour, page) -> "/"),
                made("session-watched", "/sessions/{id}", Onlooker.OWNER, (tour, page) -> tour.watched()),
                made("session-stopped", "/sessions/{id}", Onlooker.OWNER, (tour, page) -> tour.stopped()),
                made("session-consent-ended", "/sessions/{id}", Onlooker.OWNER, (tour, page) -> tour.withdrawn()),
                new Pictured("session-closing", "/sessions/{id}", Onlooker.OWNER, (tour, page) -> tour.closed(), BODY));
    }

    /** What a person never looks at, with the reason. */
    static Map<String, String> withoutAPicture() {
        return Map.ofEntries(
                Map.entry("/clients/{id}/trace/answer", "a part of the trace, which its page asks for"),
                Map.entry("/clients/{id}/trace/sites", "a part of the session, which its page asks for"),
                Map.entry("/clients/{id}/life/course.bin", "numbers for a script"),
                Map.entry("/life/{example}/course.bin", "numbers for a script"),
                Map.entry("/sessions/{id}/turn", "how a session stands, for a script"),
                Map.entry("/body/anatomy.json", "numbers for a script"),
                Map.entry("/body/influence.bin", "numbers for a script"),
                Map.entry("/body/joints.bin", "numbers for a script"),
                Map.entry("/body/search", "candidates for a script"),
                Map.entry("/strain/hold", "numbers for a script"),
                Map.entry("/strain/route", "numbers for a script"),
                Map.entry("/clients/{id}/how-it-goes.pdf", "paper, which exchange looks at"),
                Map.entry("/clients/{id}/consent/{entry}.pdf", "paper, which exchange looks at"),
                Map.entry("/link/{secret}/own/consent-{number}.pdf", "paper, which exchange looks at"),
                Map.entry("/link/{secret}/appointment.ics", "an appointment, for programs"),
                Map.entry("/clients/{id}/attendance.pdf", "paper, which exchange looks at"),
                Map.entry("/practice/report.pdf", "paper, which exchange looks at"),
                Map.entry("/calendar/{secret}", "a calendar, for programs"),
                Map.entry("/fhir/.well-known/smart-configuration", "for programs"),
                Map.entry("ANY /fhir", "for programs"),
                Map.entry("ANY /fhir/**", "for programs"),
                Map.entry("/link/{secret}/intake", "leads to the question at which it goes on"),
                Map.entry("/clients/{id}/questionnaire", "leads to the question at which it goes on"),
                Map.entry("/link/{secret}/questionnaire", "leads to the question at which it goes on"),
                Map.entry("/sessions/{id}/aftercare.pdf", "paper, which exchange looks at"),
                Map.entry("/clients/{id}/notes/{note}/note.pdf", "paper, which exchange looks at"),
                Map.entry("/help/pictures/{picture}", "a picture within the handbook"),
                Map.entry("/sign-in/passkey", "a challenge for a script"),
                Map.entry("/health", "for programs"),
                Map.entry("/metrics", "for programs"));
    }

    /** The name of the route with its method, as {@link Routes} has it. */
    String routeName() {
        return route.startsWith("/") ? "GET " + route : route;
    }

    /** At the address of its route, of Ana's where it is a client's. */
    private static Pictured at(String name, String route, Onlooker onlooker) {
        return made(
                name,
                route,
                onlooker,
                (tour, page) ->
                        route.contains("{id}") ? route.replace("/clients/{id}", tour.client("Ana Marin")) : route);
    }

    private static Pictured made(
            String name, String route, Onlooker onlooker, BiFunction<PictureTour, Page, String> address) {
        return new Pictured(name, route, onlooker, address, MAIN);
    }

    private static Pictured body(String name, String route, String client) {
        return new Pictured(
                name,
                route,
                Onlooker.OWNER,
                (tour, page) -> client.isEmpty() ? route : route.replace("/clients/{id}", tour.client(client)),
                BODY);
    }

    /** Where a link on another page of Ana's leads. */
    private static Pictured found(String name, String route, String from, String link) {
        return made(name, route, Onlooker.OWNER, (tour, page) -> tour.link(tour.client("Ana Marin") + from, link));
    }
}
