package org.stillpoint.web.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.stillpoint.practice.access.AuditReading;
import org.stillpoint.practice.access.AuditReading.NamedEntry;
import org.stillpoint.record.Id;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.web.audit.AuditPage.AuditDay;
import org.stillpoint.web.audit.AuditPage.AuditLine;
import org.stillpoint.words.AuditWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Named;
import org.stillpoint.words.Speaker;

/** Who did and read what: for the owner. */
@Controller
class AuditController {

    /** Own choice, 2026: some days of a practice; the command line lists the rest. */
    private static final int SHOWN = 300;

    private final AuditReading reading;
    private final Speaker speaker;

    AuditController(AuditReading reading, Speaker speaker) {
        this.reading = reading;
        this.speaker = speaker;
    }

    @GetMapping("/practice/audit")
    String show(Actor actor, Model model) {
        List<NamedEntry> entries = reading.by(actor, SHOWN);
        Map<LocalDate, List<AuditLine>> days = entries.stream()
                .collect(Collectors.groupingBy(
                        each -> day(each.entry().at()),
                        LinkedHashMap::new,
                        Collectors.mapping(this::row, Collectors.toList())));
        model.addAttribute(
                "page",
                new AuditPage(
                        entries.isEmpty() ? "" : entries.getFirst().entry().hash(),
                        reading.lastBackup(actor)
                                .map(backup -> new AuditWords.BackupHead(speaker.shortDay(backup.at()), backup.head())),
                        days.entrySet().stream()
                                .map(day -> new AuditDay(speaker.weekday(day.getKey()), day.getValue()))
                                .toList()));
        return "audit";
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, speaker.zone());
    }

    private AuditLine row(NamedEntry named) {
        AuditEntry entry = named.entry();
        return new AuditLine(
                speaker.time(entry.at()),
                named.who()
                        .map(name -> name.value())
                        .orElseGet(() -> Stream.concat(
                                        Stream.of(speaker.say(program(entry.actor()))), named.program().stream())
                                .collect(Collectors.joining(": "))),
                new Named(entry.act()),
                entry.client().map(Id::toString),
                entry.outcome() == AuditEntry.Outcome.DONE
                        ? Optional.empty()
                        : Optional.of(new Named(entry.outcome())));
    }

    private static Message program(Actor actor) {
        return switch (actor) {
            case Actor.Program program -> new Named(program.part());
            case Actor.Linked linked -> AuditWords.THE_CLIENT;
            case Actor.Registered registered -> AuditWords.A_PROGRAM;
            case Actor.Person gone -> AuditWords.ACCOUNT_GONE;
        };
    }
}
