package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Archiving;
import org.stillpoint.record.client.Background;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.ContactDetails;
import org.stillpoint.record.safety.Clearance;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.slip.EntryContent;
import org.stillpoint.record.slip.EntryCorrection;

/** Entries are mended, and it is kept what stood there. */
public interface SlipsContract extends Practice {
    /** On a physician's word. */
    Optional<Clearance> CLEARED = Optional.of(new Clearance(
            new PrivateText("Dr Moss"), new PrivateText("the doctor said so"), Optional.of(LocalDate.of(2026, 3, 1))));

    private static Answers pain(double score) {
        Score0To10 one = Score0To10.of(score);
        return Answers.of(one, one, one, one);
    }

    @Test
    default void checkIn_ofTheWrongDay_isMovedWithItsAnswers() {
        Client ann = addClient("Ann");
        CheckIn wrong = CheckIn.given(ann.id(), pain(3), now());
        records().checkIns().add(wrong);

        CheckIn moved = records().checkIns().update(wrong.movedTo(now().minusSeconds(86_400)));
        reopen();

        assertThat(records().checkIns().list(ann.id())).containsExactly(moved);
        assertThat(moved.at()).isEqualTo(wrong.at().minusSeconds(86_400));
    }

    @Test
    default void safetyCheck_isMendedOnce_andAStalePageIsRefused() {
        Client ann = addClient("Ann");
        SafetyCheck check = addCheck(ann);
        SafetyCheck meant = check.with(Set.of(SafetyContract.condition("fever")), CLEARED);

        SafetyCheck kept = records().safetyChecks().update(meant);
        reopen();

        assertThat(records().safetyChecks().list(ann.id())).containsExactly(kept);
        assertThat(kept).isEqualTo(meant.seenAt(Version.FIRST.next()));
        assertThatThrownBy(() -> records().safetyChecks().update(meant)).isInstanceOf(StaleRecord.class);
        assertThatThrownBy(() -> records().safetyChecks().remove(ann.id(), check.id(), Version.FIRST))
                .isInstanceOf(StaleRecord.class);
        records().safetyChecks().remove(ann.id(), check.id(), kept.version());
        assertThat(records().safetyChecks().list(ann.id())).isEmpty();
    }

    @Test
    default void amendments_areMarksLikeOthers_andWhatWasMeantStands() {
        Client ann = addClient("Ann");
        Session session = startSession(ann);
        Site neck = new Site.RegionSite(new RegionCode("X105"));
        Mark slip = mark(session, new Moment.Release(neck, 1));
        Mark twice = mark(session, new Moment.Settled());
        end(session);

        mark(session, new Moment.Amended(slip.id(), Optional.of(new Moment.Release(neck, 0.5))));
        mark(session, new Moment.Amended(twice.id(), Optional.empty()));
        reopen();

        Session kept = kept(session);
        assertThat(kept.standingMarks())
                .containsExactly(
                        new Mark(slip.id(), slip.tappedAt(), slip.recordedAt(), new Moment.Release(neck, 0.5)));
        assertThat(kept.marks()).hasSize(4).startsWith(slip, twice);
        assertThat(kept.versionOf(slip.id())).isEqualTo(new Version(2));
    }

    @Test
    default void corrections_ofEveryKind_areReadAsTheyWereWritten_andGoWithTheirClient() {
        Client ann = addClient("Ann");
        Client bea = addClient("Bea");
        Site psoas = new Site.RegionSite(new RegionCode("X105"));
        List<EntryContent> contents = List.of(
                new EntryContent.ClientEntry(new PrivateText("Anne"), OptionalInt.empty()),
                new EntryContent.ClientEntry(new PrivateText("Ann"), OptionalInt.of(1980)),
                new EntryContent.ContactEntry(ContactDetails.NONE),
                new EntryContent.ContactEntry(AboutContract.contact("030 1")),
                new EntryContent.BackgroundEntry(Background.NONE),
                new EntryContent.BackgroundEntry(AboutContract.background("my neck", List.of(Id.random()))),
                new EntryContent.ArchiveEntry(Optional.empty()),
                new EntryContent.ArchiveEntry(
                        Optional.of(new Archiving(now(), Optional.empty(), new PrivateText("moved away")))),
                new EntryContent.CheckInEntry(now(), pain(4)),
                new EntryContent.EventEntry(Practice.carAccident("fear")),
                new EntryContent.SafetyEntry(now(), Set.of(SafetyContract.condition("fever")), CLEARED),
                new EntryContent.SessionEntry(now(), Optional.of(now().plusSeconds(9))),
                new EntryContent.SessionEntry(now(), Optional.empty()),
                new EntryContent.MarkEntry(
                        Id.random(), now(), new Moment.SiteEngaged(psoas, new PrivateText("light"))));
        List<EntryCorrection> written = contents.stream()
                .map(content -> {
                    clock().pass(Duration.ofSeconds(1));
                    return new EntryCorrection(
                            Id.random(),
                            ann.id(),
                            Id.random(),
                            Optional.of(Id.random()),
                            now(),
                            content,
                            Optional.of(content),
                            PrivateText.NONE);
                })
                .toList();
        written.forEach(records().corrections()::add);
        EntryCorrection struck = new EntryCorrection(
                Id.random(),
                bea.id(),
                Id.random(),
                Optional.empty(),
                now(),
                contents.getFirst(),
                Optional.empty(),
                new PrivateText("twice"));
        records().corrections().add(struck);
        records().corrections().add(struck);
        reopen();

        assertThat(records().corrections().list(ann.id())).isEqualTo(written);
        assertThat(records().corrections().list(bea.id())).containsExactly(struck);
        EntryCorrection other = new EntryCorrection(
                struck.id(),
                struck.client(),
                struck.entry(),
                struck.by(),
                struck.at(),
                struck.before(),
                struck.after(),
                new PrivateText("else"));
        assertThatThrownBy(() -> records().corrections().add(other)).isInstanceOf(AlreadyThere.class);
        records().clients().erase(ann.id());
        assertThat(records().corrections().list(ann.id())).isEmpty();
        assertThat(records().corrections().list(bea.id())).containsExactly(struck);
    }

    @Test
    default void strikeOut_withoutAReason_isNone() {
        EntryContent content = new EntryContent.ClientEntry(new PrivateText("Ann"), OptionalInt.empty());

        assertThatThrownBy(() -> new EntryCorrection(
                        Id.random(),
                        Id.random(),
                        Id.random(),
                        Optional.empty(),
                        now(),
                        content,
                        Optional.empty(),
                        new PrivateText("  ")))
                .isInstanceOf(BadValue.class);
    }
}
