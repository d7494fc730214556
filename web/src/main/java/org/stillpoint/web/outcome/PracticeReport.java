package org.stillpoint.web.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.stillpoint.exchange.sheet.PlainPdf;
import org.stillpoint.exchange.sheet.PlainSheet;
import org.stillpoint.exchange.sheet.PlainSheet.PlainPart;
import org.stillpoint.words.PracticeWords;
import org.stillpoint.words.SessionPlanWords;
import org.stillpoint.words.Speaker;

/** What the practice as a whole has seen, on paper: what its page says, and of nobody by name. */
final class PracticeReport {
    private final PracticePage page;
    private final Speaker speaker;

    PracticeReport(PracticePage page, Speaker speaker) {
        this.page = page;
        this.speaker = speaker;
    }

    /**
     * As the bytes of a PDF file.
     *
     * @param practice what it is called; may be empty
     * @param made on which day
     */
    byte[] printed(String practice, String made) {
        String title = speaker.say(PracticeWords.REPORT);
        List<String> lead = new ArrayList<>();
        if (!practice.isEmpty()) {
            lead.add(title);
        }
        lead.add(page.sentence());
        if (!page.empty()) {
            lead.add(speaker.say(PracticeWords.NOT_WHY));
        }
        return PlainPdf.of(
                new PlainSheet(
                        title,
                        practice,
                        "",
                        made,
                        lead,
                        page.empty() ? List.of() : parts(),
                        List.of(speaker.say(PracticeWords.NOBODY_NAMED)),
                        PlainSheet.PaperSize.A4),
                speaker.locale());
    }

    private List<PlainPart> parts() {
        List<PlainPart> parts = new ArrayList<>();
        parts.add(new PlainPart(
                speaker.say(PracticeWords.TOGETHER),
                Stream.of(
                                page.groups().stream()
                                        .map(group ->
                                                speaker.say(new PracticeWords.Counted(group.title(), group.all()))),
                                Stream.of(page.pooled()),
                                page.small()
                                        ? Stream.of(speaker.say(new PracticeWords.Few(page.counted())))
                                        : Stream.<String>of(),
                                Stream.of(page.ancova(), speaker.say(new PracticeWords.Responders(page.responders()))))
                        .flatMap(each -> each)
                        .toList(),
                false));
        List<PracticePage.GroupRow> told =
                Stream.concat(page.byKind().stream(), page.byPlace().stream()).toList();
        parts.add(new PlainPart(
                speaker.say(PracticeWords.BY_TOLD),
                told.isEmpty()
                        ? List.of(speaker.say(PracticeWords.NO_GROUPS))
                        : Stream.concat(
                                        Stream.of(speaker.say(PracticeWords.GROUPS_BY_CHANCE)),
                                        told.stream().map(this::told))
                                .toList(),
                false));
        parts.add(new PlainPart(
                speaker.say(PracticeWords.HOW_VARIED), List.of(speaker.say(PracticeWords.CANNOT_SAY)), false));
        if (!page.plans().isEmpty()) {
            parts.add(new PlainPart(
                    speaker.say(SessionPlanWords.YEARS),
                    page.plans().stream()
                            .map(row -> speaker.say(new PracticeWords.PlanLine(
                                    String.valueOf(row.year()),
                                    row.group(),
                                    row.sessions(),
                                    row.change().orElseGet(() -> speaker.say(SessionPlanWords.TOO_FEW)))))
                            .toList(),
                    false));
        }
        parts.add(new PlainPart(
                speaker.say(PracticeWords.MEASURED),
                Stream.of(
                                Stream.of(page.measured()),
                                page.domains().stream()
                                        .map(row -> new PracticeWords.DomainLine(row.domain(), row.people())),
                                Stream.of(PracticeWords.MEASURED_SOURCE))
                        .flatMap(each -> each)
                        .map(speaker::say)
                        .toList(),
                false));
        parts.add(forecasts());
        return parts;
    }

    private String told(PracticePage.GroupRow row) {
        return speaker.say(new PracticeWords.GroupLine(row.name(), row.clients(), row.own(), row.shrunk()));
    }

    private PlainPart forecasts() {
        SkillPart skill = page.forecasts();
        List<String> lines = new ArrayList<>(List.of(skill.sentence()));
        skill.rows()
                .forEach(row -> lines.add(
                        speaker.say(new PracticeWords.ScoreLine(row.by(), row.crps(), row.coverage(), row.claims()))));
        lines.add(skill.likely());
        return new PlainPart(speaker.say(PracticeWords.FORECASTS), lines, false);
    }
}
