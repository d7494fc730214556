package org.stillpoint.web.table;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.client.ReadClient;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.setting.PracticeDays;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.security.RequestSizeFilter;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.SentFile;
import org.stillpoint.words.ImportWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/** A diary or body maps that were kept elsewhere: looked at, corrected, and taken whole or not at all. */
@Controller
class ImportController {

    private final ReadClient readClient;
    private final Taking taking;
    private final Atlas atlas;
    private final Speaker speaker;
    private final Clock clock;

    ImportController(ReadClient readClient, Taking taking, Atlas atlas, Speaker speaker, Clock clock) {
        this.readClient = readClient;
        this.taking = taking;
        this.atlas = atlas;
        this.speaker = speaker;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/import")
    String ask(
            Actor actor,
            @PathVariable String id,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable Integer taken,
            @RequestParam(name = RequestSizeFilter.TOO_LARGE) @Nullable String tooLarge,
            HttpServletResponse response,
            Model model) {
        ImportPage.Kind which = kind(kind == null ? "" : kind);
        Optional<Message> said = Optional.ofNullable(taken).map(added -> taken(which, added));
        Form form = Form.of(Map.of());
        if (tooLarge != null) {
            form.problems().add("file", ImportWords.TOO_LARGE);
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
        model.addAttribute("page", new ImportPage(head(actor, Id.of(id)), which, Optional.empty(), form, said));
        return "import";
    }

    private static Message taken(ImportPage.Kind kind, int added) {
        if (added == 0) {
            return ImportWords.NOTHING_NEW;
        }
        return kind == ImportPage.Kind.BODY_MAPS
                ? new ImportWords.TakenBodyMaps(added)
                : new ImportWords.TakenCheckIns(added);
    }

    @PostMapping("/clients/{id}/import")
    String look(
            Actor actor, @PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model)
            throws IOException, ServletException {
        Id<Client> client = Id.of(id);
        ClientHead head = head(actor, client);
        Form form = Form.of(request);
        ImportPage.Kind kind = kind(form.raw("kind"));
        Optional<SentFile> sent = sent(request, form);
        if (sent.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("page", new ImportPage(head, kind, Optional.empty(), form, Optional.empty()));
            return "import";
        }
        Looking looking =
                new Looking(kind, sent.get().bytes(), sent.get().name(), form, new TableFields(form, clock), atlas);
        taking.clashes(actor, client, looking).forEach(looking::wrong);
        if (looking.isReady()
                && form.raw("do").equals("take")
                && TableFields.all(form, looking.columns()).equals(form.raw("looked"))) {
            Optional<Taking.TakenRows> taken = taking.take(actor, form.key(), client, looking);
            if (taken.isPresent()) {
                return taken.get().flag()
                        ? "redirect:/help-now?for=" + client
                        : to(client, kind, taken.get().added());
            }
            looking.wrong(ImportWords.ANOTHER_KEPT);
        }
        Form shown = looking.shown(PracticeDays.now(clock.getZone()).getId());
        ImportPage.TableLook page = looking.page(shown);
        if (!page.ready()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        model.addAttribute("page", new ImportPage(head, kind, Optional.of(page), shown, Optional.empty()));
        return "import";
    }

    private static String to(Id<Client> client, ImportPage.Kind kind, int added) {
        return kind == ImportPage.Kind.SCORES
                ? "redirect:/clients/" + client + "/questionnaires?added=" + added
                : "redirect:/clients/" + client + "/import?kind=" + kind.name() + "&taken=" + added;
    }

    private static ImportPage.Kind kind(String name) {
        return Arrays.stream(ImportPage.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(ImportPage.Kind.CHECK_INS);
    }

    /** The file that was chosen, the text that was pasted, or the table that the page held; a problem where there is none. */
    private Optional<SentFile> sent(HttpServletRequest request, Form form) throws IOException, ServletException {
        Optional<SentFile> sent = SentFile.of(request)
                .or(() -> Optional.of(form.raw("table"))
                        .filter(text -> !text.isBlank())
                        .map(text -> new SentFile(table(), text.getBytes(StandardCharsets.UTF_8))))
                .or(() -> SentFile.heldIn(form))
                .map(file -> file.orCalled(table()));
        if (sent.isEmpty()) {
            form.problems().add("table", ImportWords.NO_TABLE);
        } else if (sent.get().isTooLarge()) {
            form.problems().add("file", ImportWords.TOO_LARGE);
            return Optional.empty();
        }
        return sent;
    }

    /** What a table without a file is called. */
    private String table() {
        return speaker.say(ImportWords.THE_TABLE);
    }

    /** Whoever takes a table over reads what is kept beside it. */
    private ClientHead head(Actor actor, Id<Client> client) {
        if (!Membership.seesWhatWasTold(actor)) {
            throw new NotAllowed(Act.TAKE_CHECK_INS.name());
        }
        return ClientHead.of(readClient.who(actor, client), LocalDate.now(clock));
    }
}
