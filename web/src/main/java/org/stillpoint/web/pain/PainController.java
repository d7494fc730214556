package org.stillpoint.web.pain;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.pain.MarkPain;
import org.stillpoint.practice.pain.PainReading;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.checkin.AskedPain;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Places;
import org.stillpoint.web.view.StalePage;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.PainWords;
import org.stillpoint.words.Speaker;

/** Marks pain on the body: one map a day, which can be corrected that day. */
@Controller
class PainController {

    private final PainReading reading;
    private final MarkPain markPain;
    private final Places places;
    private final Speaker speaker;
    private final Clock clock;

    PainController(PainReading reading, MarkPain markPain, Places places, Clock clock) {
        this.reading = reading;
        this.markPain = markPain;
        this.places = places;
        this.speaker = places.speaker();
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/pain")
    String show(Actor actor, @PathVariable String id, @RequestParam @Nullable String told, Model model) {
        PainReading.LatestPain marked = reading.by(actor, Id.of(id));
        Optional<BodyMap> latest = marked.latest();
        Optional<BodyMap> today = latest.filter(map -> MarkPain.isOfToday(map, clock));
        Map<String, List<String>> values = new LinkedHashMap<>();
        latest.ifPresent(map ->
                map.pain().forEach((region, score) -> values.put(region.value(), List.of(Form.typed(score)))));
        Message since = today.isPresent()
                ? PainWords.TODAYS_MAP
                : latest.<Message>map(map -> new PainWords.StartsFrom(map.at())).orElse(PainWords.NOTHING_MARKED);
        return page(
                marked.client(),
                today.map(BodyMap::id).orElseGet(Id::random).toString(),
                today.map(map -> String.valueOf(map.version().number())).orElse(""),
                latest.map(map -> map.id().toString()).orElse(""),
                since,
                Form.of(values),
                told != null,
                model);
    }

    @PostMapping("/clients/{id}/pain")
    String save(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Id<Client> client = Id.of(id);
        Form form = Form.of(request);
        Id<BodyMap> map = form.id("id");
        SortedMap<RegionCode, Score0To10> pain = AskedPain.pain(form, places);
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(
                    reading.by(actor, client).client(),
                    map.toString(),
                    form.raw("version"),
                    form.raw("latest"),
                    new CommonWords.Verbatim(""),
                    form,
                    false,
                    model);
        }
        MarkPain.Command wanted = new MarkPain.Command(
                form.key(),
                client,
                map,
                form.raw("version").isEmpty() ? Optional.empty() : Optional.of(form.version()),
                form.raw("latest").isEmpty() ? Optional.empty() : Optional.of(form.id("latest")),
                pain);
        return switch (markPain.by(actor, wanted)) {
            case Answer.Done<BodyMap> done -> saved(client);
            case Answer.Again<BodyMap> again -> saved(client);
            case Answer.Changed<BodyMap> changed -> stale(actor, pain, changed.kept(), response, model);
            case Answer.Other<BodyMap> other -> stale(actor, pain, other.kept(), response, model);
            case Answer.No<BodyMap> no -> throw new Refused(no.rule(), client);
        };
    }

    private static String saved(Id<Client> client) {
        return "redirect:/clients/" + client + "/trace?saved";
    }

    private String page(
            Client client,
            String map,
            String version,
            String latest,
            Message since,
            Form form,
            boolean told,
            Model model) {
        model.addAttribute(
                "page",
                new PainPage(
                        head(client),
                        map,
                        version,
                        latest,
                        since,
                        form,
                        list(PainRegion.View.FRONT),
                        list(PainRegion.View.BACK),
                        places.view(marked(form)),
                        told));
        return "pain";
    }

    private List<String> marked(Form form) {
        return places.regions().stream()
                .map(PainRegion::code)
                .filter(code -> !form.raw(code).isBlank())
                .toList();
    }

    private String stale(
            Actor actor,
            SortedMap<RegionCode, Score0To10> typed,
            BodyMap kept,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        Client client = reading.by(actor, kept.client()).client();
        SortedMap<RegionCode, Score0To10> stored = kept.pain();
        List<StalePage.StaleField> rows = new ArrayList<>();
        TreeMap<RegionCode, Score0To10> both = new TreeMap<>(stored);
        both.putAll(typed);
        for (RegionCode region : both.keySet()) {
            rows.add(new StalePage.StaleField(
                    places.names().region(region),
                    speaker.score(typed.getOrDefault(region, Score0To10.NONE)),
                    speaker.score(stored.getOrDefault(region, Score0To10.NONE))));
        }
        model.addAttribute(
                "page", new StalePage(head(client), PainWords.WAS_CHANGED, rows, "/clients/" + client.id() + "/pain"));
        return "stale";
    }

    private List<PainPage.RegionChoice> list(PainRegion.View view) {
        return places.regions(view).stream()
                .map(region -> new PainPage.RegionChoice(region.code(), places.name(region)))
                .toList();
    }

    private ClientHead head(Client client) {
        return ClientHead.of(client, LocalDate.now(clock));
    }
}
