package org.stillpoint.web.slip;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stillpoint.practice.slip.SlipReading.NamedCorrection;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.address.AddressEntry;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.slip.EntryContent;
import org.stillpoint.record.slip.EntryCorrection;
import org.stillpoint.web.slip.SlipsPage.ChangedField;
import org.stillpoint.web.slip.SlipsPage.MendedRow;
import org.stillpoint.web.view.AboutFields;
import org.stillpoint.web.view.Places;
import org.stillpoint.web.view.SafetySaid;
import org.stillpoint.words.AboutWords;
import org.stillpoint.words.CheckInWords;
import org.stillpoint.words.ClientWords;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.EventWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.MomentWords;
import org.stillpoint.words.SafetyWords;
import org.stillpoint.words.SessionWords;
import org.stillpoint.words.SlipWords;
import org.stillpoint.words.Speaker;

/** What was mended, as it is listed: field by field, before and after. */
public final class MendedRows {
    private final Places places;
    private final Speaker speaker;

    public MendedRows(Places places) {
        this.places = places;
        this.speaker = places.speaker();
    }

    /** One correction. */
    public MendedRow of(NamedCorrection named) {
        EntryCorrection correction = named.correction();
        Map<Message, String> before = fields(correction.before(), named);
        Map<Message, String> after =
                correction.after().map(content -> fields(content, named)).orElse(Map.of());
        List<ChangedField> changed = new ArrayList<>();
        before.forEach((label, was) -> {
            String now = after.getOrDefault(label, "");
            if (correction.isStruckOut() ? !was.isEmpty() : !was.equals(now)) {
                changed.add(new ChangedField(label, was, now));
            }
        });
        Message who = named.who()
                .<Message>map(name -> new CommonWords.Verbatim(name.value()))
                .orElse(correction.by().isPresent() ? SlipWords.NOBODY_KNOWN : SlipWords.WITHOUT_AN_ACCOUNT);
        return new MendedRow(
                kind(correction.before()),
                new SlipWords.By(speaker.shortDay(correction.at()), speaker.time(correction.at()), who),
                correction.reason().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new SlipWords.Reason(correction.reason().value())),
                List.copyOf(changed),
                correction.isStruckOut());
    }

    private static Message kind(EntryContent content) {
        return switch (content) {
            case EntryContent.ClientEntry client -> SlipWords.WHO_IT_IS;
            case EntryContent.ContactEntry contact -> AboutWords.CONTACT;
            case EntryContent.BackgroundEntry background -> AboutWords.BACKGROUND;
            case EntryContent.ArchiveEntry archive -> AboutWords.WHETHER_ARCHIVED;
            case EntryContent.CheckInEntry checkIn -> CommonWords.CHECK_IN;
            case EntryContent.EventEntry event -> EventWords.AN_EVENT;
            case EntryContent.SafetyEntry check -> SafetyWords.TITLE;
            case EntryContent.SessionEntry session -> SessionWords.TITLE;
            case EntryContent.MarkEntry mark -> SessionWords.MARK;
        };
    }

    private Map<Message, String> fields(EntryContent content, NamedCorrection named) {
        Map<Message, String> fields = new LinkedHashMap<>();
        switch (content) {
            case EntryContent.ClientEntry(var name, var year) -> {
                fields.put(CommonWords.NAME, name.value());
                fields.put(ClientWords.YEAR_OF_BIRTH, year.isPresent() ? String.valueOf(year.getAsInt()) : "");
            }
            case EntryContent.ContactEntry(var told) -> fields.putAll(AboutFields.of(told));
            case EntryContent.BackgroundEntry(var told) -> {
                fields.putAll(AboutFields.of(told, speaker));
                List<AddressEntry> carers = told.carers().stream()
                        .flatMap(carer -> Optional.ofNullable(named.carers().get(carer)).stream())
                        .toList();
                fields.putAll(AboutFields.of(told, carers, speaker));
            }
            case EntryContent.ArchiveEntry(var archiving) ->
                fields.put(
                        AboutWords.WHETHER_ARCHIVED,
                        archiving
                                .map(since -> speaker.say(new AboutWords.Since(
                                        speaker.shortDay(since.at()),
                                        since.reason().value())))
                                .orElse(""));
            case EntryContent.CheckInEntry(var at, var answers) -> answers(fields, at, answers);
            case EntryContent.EventEntry(var told) -> told(fields, told);
            case EntryContent.SafetyEntry(var at, var found, var clearance) -> {
                fields.put(SlipWords.AT, at(at));
                fields.put(
                        SlipWords.CHECKS,
                        found.isEmpty() ? speaker.say(SlipWords.NOTHING_FOUND) : SafetySaid.found(found, speaker));
                fields.put(
                        SafetyWords.ON_WHOSE_WORD,
                        clearance
                                .map(given -> speaker.say(SafetyWords.word(given, speaker)))
                                .orElse(""));
            }
            case EntryContent.SessionEntry(var startedAt, var endedAt) -> {
                fields.put(SessionWords.STARTED, at(startedAt));
                fields.put(SessionWords.ENDED, endedAt.map(this::at).orElse(""));
            }
            case EntryContent.MarkEntry(var session, var tappedAt, var moment) -> {
                fields.put(SlipWords.AT, at(tappedAt));
                fields.put(SessionWords.MARK, speaker.say(MomentWords.of(moment, places.names())));
            }
        }
        return fields;
    }

    private void answers(Map<Message, String> fields, Instant at, Answers answers) {
        fields.put(CheckInWords.DAY, speaker.day(LocalDate.ofInstant(at, speaker.zone())));
        fields.put(CheckInWords.PAIN, speaker.score(answers.pain()));
        put(fields, CheckInWords.STRESS, answers.stress());
        put(fields, CheckInWords.TENSION, answers.tension());
        put(fields, CheckInWords.ANXIETY, answers.anxiety());
        put(fields, CheckInWords.MOOD, answers.mood());
        put(fields, CheckInWords.SLEEP, answers.sleep());
        put(fields, CheckInWords.BODY_AWARENESS, answers.bodyAwareness());
        fields.put(CheckInWords.WORSE, answers.anythingWorse().value());
    }

    private void put(Map<Message, String> fields, Message label, Optional<Score0To10> score) {
        fields.put(label, score.map(speaker::score).orElse(""));
    }

    private void told(Map<Message, String> fields, Told told) {
        fields.put(EventWords.WHAT, speaker.name(told.kind()));
        fields.put(EventWords.WHEN, speaker.when(told.when()));
        fields.put(EventWords.WHERE, places.names(told.places()));
        fields.put(EventWords.HOW, told.mechanism().value());
        fields.put(EventWords.CODED, told.coded().map(speaker::name).orElse(""));
        fields.put(EventWords.FORCE, told.force().stream().map(speaker::name).collect(Collectors.joining(", ")));
        fields.put(EventWords.POSTURE, told.posture().value());
        fields.put(EventWords.SEVERITY, speaker.told(told.severity()));
        fields.put(EventWords.INTENSITY, speaker.told(told.emotionalIntensity()));
        fields.put(EventWords.FELT, told.felt().value());
    }

    private String at(Instant at) {
        return speaker.say(new CommonWords.DayAndTime(at, speaker.time(at)));
    }
}
