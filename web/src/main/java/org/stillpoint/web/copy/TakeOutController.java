package org.stillpoint.web.copy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.client.CopyClient;
import org.stillpoint.practice.client.ExportClient;
import org.stillpoint.practice.whole.TakeOut;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.whole.OpenRows;
import org.stillpoint.record.whole.UnderPassphrase;
import org.stillpoint.record.whole.WhoseRows;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.outcome.HowItGoesPages;
import org.stillpoint.web.security.OwnFactor;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.ErrorWords;
import org.stillpoint.words.TakeOutWords;

/**
 * All that is kept leaves as one file, of the practice or of one client. It is written to the browser as it is read: a file that lacks its end was
 * not written whole, and says so wherever it is taken in.
 */
@Controller
class TakeOutController {
    private static final int SHORTEST =
            12; // own choice, 2026: as for passwords; nothing slows down who guesses at a file

    private final TakeOut takeOut;
    private final OpenRows rows;
    private final UnderPassphrase seal;
    private final ExportClient exportClient;
    private final CopyClient copyClient;
    private final HowItGoesPages goes;
    private final OwnFactor factor;
    private final Places places;
    private final Clock clock;

    TakeOutController(
            TakeOut takeOut,
            OpenRows rows,
            UnderPassphrase seal,
            ExportClient exportClient,
            CopyClient copyClient,
            HowItGoesPages goes,
            OwnFactor factor,
            Places places,
            Clock clock) {
        this.takeOut = takeOut;
        this.rows = rows;
        this.seal = seal;
        this.exportClient = exportClient;
        this.copyClient = copyClient;
        this.goes = goes;
        this.factor = factor;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping("/practice/take-out")
    String ask(Actor actor, Model model) {
        requireOwner(actor);
        return page(actor, Form.empty(), model);
    }

    @PostMapping("/practice/take-out")
    @Nullable
    String takeOut(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model)
            throws IOException {
        requireOwner(actor);
        Form form = Form.of(request);
        switch (factor.of(actor, form.raw("factor"), form.raw("passkey"), request)) {
            case RIGHT -> {}
            case WRONG -> form.problems().add("factor", TakeOutWords.WHO_AGAIN);
            case TOO_MANY_TRIES -> form.problems().add("factor", ErrorWords.TOO_MANY_TRIES_HINT);
        }
        Optional<String> passphrase = passphrase(form);
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(actor, form, model);
        }
        write(actor, new WhoseRows.OfEverybody(false), passphrase, response);
        return null;
    }

    @PostMapping("/clients/{id}/take-out")
    void takeOut(Actor actor, @PathVariable String id, HttpServletResponse response) throws IOException {
        write(actor, new WhoseRows.OfOneClient(Id.of(id), false), Optional.empty(), response);
    }

    private static void requireOwner(Actor actor) {
        if (!Membership.runsThePractice(actor)) {
            throw new NotAllowed(Act.TAKE_OUT_PRACTICE.name());
        }
    }

    /** The one that was typed twice; empty where none was. */
    private static Optional<String> passphrase(Form form) {
        String typed = form.raw("passphrase");
        if (typed.isBlank()) {
            return Optional.empty();
        }
        if (typed.strip().length() < SHORTEST) {
            form.problems().add("passphrase", TakeOutWords.TOO_SHORT);
        }
        if (!typed.equals(form.raw("again"))) {
            form.problems().add("again", TakeOutWords.DIFFER);
        }
        return Optional.of(typed);
    }

    private String page(Actor actor, Form form, Model model) {
        model.addAttribute("page", new TakeOutPage("", factor.takesCode(actor), form));
        return "takeout";
    }

    private void write(Actor actor, WhoseRows whose, Optional<String> passphrase, HttpServletResponse response)
            throws IOException {
        if (!(takeOut.by(actor, new TakeOut.Command(Id.random(), whose))
                instanceof Answer.Done<List<Id<Client>>>(var clients))) {
            throw new AlreadyThere("deed", Id.random());
        }
        Places spoken = new Places(
                places.atlas(), places.speaker().in(places.speaker().locale())); // also where others write for it
        WholeArchive archive = new WholeArchive(rows, exportClient, spoken, clock);
        Optional<WholeArchive.OfOnePerson> more = whose instanceof WhoseRows.OfOneClient
                ? Optional.of(new WholeArchive.OfOnePerson(copyClient, new CopyPages(spoken), goes))
                : Optional.empty();
        response.setContentType(passphrase.isPresent() ? "application/octet-stream" : "application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("everything-kept-" + LocalDate.now(clock)
                                + (passphrase.isPresent() ? ".stillpoint" : ".zip"))
                        .build()
                        .toString());
        OutputStream out = response.getOutputStream();
        if (passphrase.isPresent()) {
            seal.write(out, passphrase.get(), inside -> archive.write(actor, whose, clients, more, inside));
        } else {
            archive.write(actor, whose, clients, more, out);
        }
        out.flush();
    }
}
