package org.stillpoint.web.search;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.handbook.Handbook;
import org.stillpoint.web.search.SearchPage.FoundGroup;
import org.stillpoint.web.search.SearchPage.FoundRow;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.HandbookWords;
import org.stillpoint.words.PlaceSearch.PlaceFound;
import org.stillpoint.words.SearchWords;
import org.stillpoint.words.Speaker;
import org.stillpoint.words.TypedWords;

/** Finds clients by name, pages by title, muscles by any of their names and sections of the handbook by their words; a role is shown what it may open. */
@Controller
class SearchController {

    /** Own choice, 2026: what is read at a glance; the page of all clients finds the rest. */
    private static final int MOST_CLIENTS = 8;

    /** As the page on which a muscle is held begins with each. */
    private static final String HELD = "0.05";

    private final SeeToday seeToday;
    private final Places places;
    private final Handbook handbook;
    private final Speaker speaker;
    private final Clock clock;

    SearchController(SeeToday seeToday, Places places, Handbook handbook, Speaker speaker, Clock clock) {
        this.seeToday = seeToday;
        this.places = places;
        this.handbook = handbook;
        this.speaker = speaker;
        this.clock = clock;
    }

    @GetMapping("/search")
    String ask(Actor actor, Model model) {
        return page(actor, "", model);
    }

    /** What is looked for may be a name: it stands in no address. */
    @PostMapping("/search")
    String find(Actor actor, HttpServletRequest request, Model model) {
        return page(actor, Form.of(request).raw("query"), model);
    }

    private String page(Actor actor, String query, Model model) {
        List<FoundGroup> groups = Stream.of(
                        new FoundGroup("clients", CommonWords.CLIENTS, clients(actor, query)),
                        new FoundGroup("pages", SearchWords.PAGES, pages(actor, query)),
                        new FoundGroup("muscles", SearchWords.MUSCLES, muscles(query)),
                        new FoundGroup("handbook", HandbookWords.IN_HANDBOOK, handbook(query)))
                .filter(group -> !group.rows().isEmpty())
                .toList();
        model.addAttribute(
                "page",
                new SearchPage(query, groups, groups.isEmpty() ? Optional.of(SearchWords.NOTHING) : Optional.empty()));
        return "found";
    }

    private List<FoundRow> clients(Actor actor, String query) {
        if (query.isBlank() || Membership.supervises(actor)) {
            return List.of();
        }
        return seeToday.find(actor, query).rows().stream()
                .limit(MOST_CLIENTS)
                .map(row -> ClientHead.of(row.standing().client(), LocalDate.now(clock)))
                .map(head ->
                        new FoundRow(new CommonWords.Verbatim(head.name()), head.age(), head.path(), head.madeUp()))
                .toList();
    }

    private List<FoundRow> pages(Actor actor, String query) {
        TypedWords typed = TypedWords.of(query);
        return Arrays.stream(Signpost.values())
                .filter(page -> actor instanceof Actor.Person person && page.isFor(person.role()))
                .filter(page -> typed.beginEachOneOf(TypedWords.of(speaker.say(page.title()))))
                .map(page -> new FoundRow(page.title(), new CommonWords.Verbatim(""), page.address(), false))
                .toList();
    }

    private List<FoundRow> muscles(String query) {
        return places.search(query, true).stream()
                .map(muscle -> new FoundRow(
                        new CommonWords.Verbatim(muscle.label()), SearchWords.HOLD_IT, hold(muscle), false))
                .toList();
    }

    private List<FoundRow> handbook(String query) {
        return handbook.find(TypedWords.of(query), speaker.locale()).stream()
                .map(found -> new FoundRow(
                        new CommonWords.Verbatim(found.section().heading()),
                        found.part().title(),
                        found.address(),
                        false))
                .toList();
    }

    private static String hold(PlaceFound muscle) {
        return "/body?hold=" + muscle.id() + "=" + HELD;
    }
}
