package org.stillpoint.practice.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.client.CopyClient;
import org.stillpoint.practice.client.ShareClient;
import org.stillpoint.practice.people.ChangeName;
import org.stillpoint.practice.session.AmendMark;
import org.stillpoint.practice.session.AnnotateMark;
import org.stillpoint.practice.session.CorrectSafetyCheck;
import org.stillpoint.practice.session.EndSession;
import org.stillpoint.practice.session.GoOnWithSession;
import org.stillpoint.practice.session.MarkMoment;
import org.stillpoint.practice.session.StartSession;
import org.stillpoint.practice.session.VoidSession;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.note.NoteDraft;
import org.stillpoint.record.note.NoteLine;
import org.stillpoint.record.note.NotePart;
import org.stillpoint.record.note.NoteSource;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.note.SignedAs;
import org.stillpoint.record.safety.SafetyAnswer;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.SpontaneousSign;
import org.stillpoint.record.session.Tap;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/**
 * The note of a session. The numbers are those of eight tests that other programs of this kind were found to fail; the seventh (whoever signs is
 * asked again who they are) is at the door, in {@code NotePageTest}.
 */
class SessionNoteTest {
    private final PeopleInMemory people = new PeopleInMemory();
    private final TestClock clock = people.clock();
    private final RecordsInMemory records = people.records();
    private final UnitOfWork work = people.work();
    private final Account owner = people.account("owner", Role.OWNER);
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Account kim = people.account("kim", Role.THERAPIST);
    private final Account desk = people.account("desk", Role.ASSISTANT);
    private final Id<Client> ann = people.add(sam, "Ann", OptionalInt.empty());
    private final MarkMoment markMoment = new MarkMoment(work, clock);
    private final WriteSessionNote write = new WriteSessionNote(work, clock);
    private final SignSessionNote sign = new SignSessionNote(work, clock);
    private final AmendSessionNote amend = new AmendSessionNote(work, clock);
    private final StrikeOutSessionNote strikeOut = new StrikeOutSessionNote(work, clock);
    private final NoteReading reading = new NoteReading(work, clock);

    private Id<Session> held(Account whose, Id<Client> client, Moment... moments) {
        Id<Session> session = Id.random();
        new StartSession(work, clock).by(by(whose), StartSession.Command.clear(session, client, Id.random()));
        for (Moment moment : moments) {
            clock.pass(Duration.ofMinutes(1));
            markMoment.by(by(whose), client, new MarkMoment.Command(session, Tap.of(Id.random(), now(), moment)));
        }
        clock.pass(Duration.ofMinutes(1));
        new EndSession(work, clock).by(by(whose), new EndSession.Command(client, session));
        return session;
    }

    private Id<Session> held(Moment... moments) {
        return held(sam, ann, moments);
    }

    private Instant now() {
        return clock.instant();
    }

    private SessionNote note(Id<Session> session) {
        return records.sessionNotes().findStanding(ann, session).orElseThrow();
    }

    private int marks(Id<Session> session) {
        return records.sessions().get(ann, session).marks().size();
    }

    private static List<NoteLine> lines(String text) {
        return List.of(new NoteLine(NotePart.OBJECTIVE, new PrivateText(text), List.of()));
    }

    private static NoteDraft words(String text) {
        return new NoteDraft(Map.of(), Map.of(NotePart.ASSESSMENT, new PrivateText(text)));
    }

    private SignSessionNote.Command signing(Id<Session> session, String text, boolean locks) {
        SessionNote note = note(session);
        return new SignSessionNote.Command(
                Id.random(), ann, note.id(), note.version(), marks(session), lines(text), locks);
    }

    private WriteSessionNote.Command writing(SessionNote seen, String text) {
        return new WriteSessionNote.Command(
                Id.random(), seen.client(), seen.id(), seen.session(), seen.version(), words(text));
    }

    private AmendSessionNote.Command amending(SessionNote seen, String text, String reason) {
        return new AmendSessionNote.Command(
                Id.random(), ann, seen.id(), seen.version(), new PrivateText(text), new PrivateText(reason));
    }

    @Test
    void test1_twoTherapists_bothSign_whereTheFirstDoesNotLock() {
        new ShareClient(work).by(by(sam), new ShareClient.Command(Id.random(), ann, kim.id()));
        Id<Session> session = held(new Moment.Settled());
        assertThat(sign.by(by(kim), signing(session, "as kim saw it", false))).isInstanceOf(Answer.Done.class);
        assertThat(note(session).isToSign()).isTrue();
        assertThat(reading.toSign(by(sam))).hasSize(1);
        assertThat(write.by(by(sam), writing(note(session), "warm"))).isInstanceOf(Answer.Done.class);
        assertThat(sign.by(by(sam), signing(session, "as both saw it", true))).isInstanceOf(Answer.Done.class);
        assertThat(note(session).isLocked()).isTrue();
        assertThat(note(session).signatures())
                .extracting(
                        each -> each.by().name().value(),
                        each -> each.lines().getFirst().text().value())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("kim", "as kim saw it"),
                        org.assertj.core.groups.Tuple.tuple("sam", "as both saw it"));
        assertThat(sign.by(by(kim), signing(session, "later", false))).isEqualTo(new Answer.No<>(Rule.NOTE_IS_SIGNED));
    }

    @Test
    void test2_locked_nothingOfTheSessionIsAddedByAnyRoute() {
        Id<Session> session = held(new Moment.Settled(), new Moment.Distress(Score0To10.of(6)));
        Session before = records.sessions().get(ann, session);
        sign.by(by(sam), signing(session, "as it was", true));
        SessionNote signed = note(session);
        Mark mark = before.marks().getFirst();

        assertThat(new AmendMark(work, clock)
                        .by(
                                by(sam),
                                ann,
                                new AmendMark.Command(
                                        Id.random(),
                                        session,
                                        mark.id(),
                                        Version.FIRST,
                                        Optional.empty(),
                                        new PrivateText("a slip"))))
                .isEqualTo(new Answer.No<>(Rule.NOTE_IS_SIGNED));
        assertThat(new AnnotateMark(work, clock)
                        .by(
                                by(sam),
                                ann,
                                new AnnotateMark.Command(Id.random(), session, mark.id(), new PrivateText("dictated"))))
                .isEqualTo(new Answer.No<>(Rule.NOTE_IS_SIGNED));
        assertThat(new GoOnWithSession(work, clock).by(by(sam), new GoOnWithSession.Command(ann, session)))
                .isEqualTo(new Answer.No<>(Rule.NOTE_IS_SIGNED));
        assertThat(new CorrectSafetyCheck(work, clock)
                        .by(
                                by(sam),
                                new CorrectSafetyCheck.Command(
                                        Id.random(),
                                        ann,
                                        before.safetyCheck(),
                                        Version.FIRST,
                                        SafetyAnswer.NOTHING,
                                        PrivateText.NONE)))
                .isEqualTo(new Answer.No<>(Rule.NOTE_IS_SIGNED));
        assertThat(write.by(by(sam), writing(signed, "more"))).isEqualTo(new Answer.No<>(Rule.NOTE_IS_SIGNED));
        assertThat(records.sessions().get(ann, session)).isEqualTo(before);
        assertThat(note(session)).isEqualTo(signed);
    }

    @Test
    void test2_lockedSessionWithoutMarks_isNotVoided() {
        Id<Session> session = held();
        sign.by(by(sam), signing(session, "nothing was done", true));
        var wanted = new VoidSession.Command(Id.random(), ann, session, new PrivateText("a slip"));
        assertThat(new VoidSession(work, clock).by(by(sam), wanted)).isEqualTo(new Answer.No<>(Rule.SESSION_HAS_MARKS));
        Id<Session> empty = held();
        var voided = new VoidSession.Command(Id.random(), ann, empty, new PrivateText("a slip"));
        assertThat(new VoidSession(work, clock).by(by(sam), voided)).isInstanceOf(Answer.Done.class);
        assertThat(records.sessionNotes().list(ann)).hasSize(1);
    }

    @Test
    void test2_tapOfAnOfflineDevice_afterSigning_isKeptOnce_shown_andDoesNotCount() {
        Id<Session> session = held(new Moment.Settled());
        Instant tapped = now().minusSeconds(30);
        sign.by(by(sam), signing(session, "as it was", true));
        clock.pass(Duration.ofHours(1));
        Session before = records.sessions().get(ann, session);
        Tap late = Tap.memory(Id.random(), tapped, new ProcessNote(new PrivateText("a voice")));
        var wanted = new MarkMoment.Command(session, late);
        assertThat(markMoment.by(by(sam), ann, wanted)).isInstanceOf(Answer.Done.class);
        assertThat(markMoment.by(by(sam), ann, wanted)).isInstanceOf(Answer.Again.class);
        Session after = records.sessions().get(ann, session);
        assertThat(after.standingMarks()).isEqualTo(before.standingMarks());
        assertThat(after.marksAfterSigning())
                .extracting(Mark::id, Mark::moment)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(late.id(), new Moment.MemorySurfaced()));
        assertThat(records.processNotes().list(ann, session, sam.id())).hasSize(1);
        assertThat(note(session).text()).isEqualTo(lines("as it was"));
    }

    @Test
    void test3_and4_amendment_hasReasonAuthorAndTime_andTheOriginalStaysAsItWas() {
        Id<Session> session = held(new Moment.Settled());
        sign.by(by(sam), signing(session, "the left side", true));
        SessionNote signed = note(session);
        clock.pass(Duration.ofHours(2));
        assertThat(amend.by(by(owner), amending(signed, "It was the right side.", "left and right were confused")))
                .isInstanceOf(Answer.Done.class);
        SessionNote amended = note(session);
        assertThat(amended.text()).isEqualTo(lines("the left side"));
        assertThat(amended.signatures()).isEqualTo(signed.signatures());
        assertThat(amended.amendments()).singleElement().satisfies(each -> {
            assertThat(each.text().value()).isEqualTo("It was the right side.");
            assertThat(each.reason().value()).isEqualTo("left and right were confused");
            assertThat(each.by()).isEqualTo(new SignedAs(owner.id(), owner.signInName(), now()));
            assertThat(each.hash())
                    .hasSize(64)
                    .isNotEqualTo(signed.signatures().getLast().hash());
        });
        assertThat(amend.by(by(sam), amending(signed, "stale", "stale"))).isInstanceOf(Answer.Changed.class);
        assertThatThrownBy(() -> amend.by(by(sam), amending(amended, "no reason", " ")))
                .isInstanceOf(BadValue.class);
        Id<Session> unsigned = held();
        assertThat(amend.by(by(sam), amending(note(unsigned), "early", "early")))
                .isEqualTo(new Answer.No<>(Rule.NOTE_IS_NOT_SIGNED));
    }

    @Test
    void test5_signer_isTheAccountThatSigned_underTheNameThatItHadThen() {
        Id<Session> session = held(new Moment.Settled());
        sign.by(by(owner), signing(session, "as it was", true));
        new ChangeName(work).by(by(owner), new ChangeName.Command(Id.random(), new SignInName("renamed")));
        assertThat(note(session).signatures())
                .singleElement()
                .satisfies(
                        each -> assertThat(each.by()).isEqualTo(new SignedAs(owner.id(), owner.signInName(), now())));
        assertThatThrownBy(() -> sign.by(by(desk), signing(session, "as it was", true)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> sign.by(by(kim), signing(session, "as it was", true)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void test6_listOfUnsignedNotes_agreesWithTheNotes_whateverWasDone() {
        Id<Session> first = held(new Moment.Settled());
        Id<Session> second = held(new Moment.Settled());
        SeeToday today = new SeeToday(work, clock);
        assertAgrees(today, first, second);
        sign.by(by(sam), signing(first, "as it was", false));
        assertAgrees(today, first, second);
        sign.by(by(sam), signing(first, "as it was", true));
        assertAgrees(today, second);
        new GoOnWithSession(work, clock).by(by(sam), new GoOnWithSession.Command(ann, second));
        assertAgrees(today);
        new EndSession(work, clock).by(by(sam), new EndSession.Command(ann, second));
        assertAgrees(today, second);
        SessionNote struck = note(second);
        strikeOut.by(
                by(sam),
                new StrikeOutSessionNote.Command(
                        Id.random(), ann, struck.id(), struck.version(), new PrivateText("none"), Optional.empty()));
        assertAgrees(today);
        assertThat(reading.toSign(by(kim))).isEmpty();
        assertThatThrownBy(() -> reading.toSign(by(desk))).isInstanceOf(NotAllowed.class);
    }

    @SafeVarargs
    private void assertAgrees(SeeToday today, Id<Session>... unsigned) {
        List<Id<Session>> listed = reading.toSign(by(sam)).stream()
                .map(each -> each.note().session().orElseThrow())
                .toList();
        assertThat(listed).containsExactly(unsigned);
        assertThat(today.by(by(sam)).toSign().stream()
                        .map(each -> each.note().session().orElseThrow()))
                .isEqualTo(listed);
        assertThat(listed).allMatch(session -> note(session).isToSign());
    }

    @Test
    void test8_noteUnderTheWrongClient_isStruckThrough_andCopiedToTheRightOne_bothTraced() {
        Id<Client> bea = people.add(sam, "Bea", OptionalInt.empty());
        Id<Client> others = people.add(kim, "Cleo", OptionalInt.empty());
        Id<Session> session = held(new Moment.Settled());
        sign.by(by(sam), signing(session, "her left knee", true));
        SessionNote signed = note(session);
        Id<SessionNote> as = Id.random();
        Map<NotePart, PrivateText> text = Map.of(NotePart.OBJECTIVE, new PrivateText("her left knee"));
        var elsewhere = new StrikeOutSessionNote.Command(
                Id.random(),
                ann,
                signed.id(),
                signed.version(),
                new PrivateText("it is of Cleo"),
                Optional.of(new StrikeOutSessionNote.NoteMove(others, Id.random(), text)));
        assertThatThrownBy(() -> strikeOut.by(by(sam), elsewhere)).isInstanceOf(NotAllowed.class);
        assertThat(note(session)).isEqualTo(signed);

        var wanted = new StrikeOutSessionNote.Command(
                Id.random(),
                ann,
                signed.id(),
                signed.version(),
                new PrivateText("it is of Bea"),
                Optional.of(new StrikeOutSessionNote.NoteMove(bea, as, text)));
        assertThat(strikeOut.by(by(sam), wanted)).isInstanceOf(Answer.Done.class);
        assertThat(strikeOut.by(by(sam), wanted)).isInstanceOf(Answer.Again.class);

        SessionNote struck = records.sessionNotes().get(ann, signed.id());
        assertThat(struck.text()).isEqualTo(signed.text());
        assertThat(struck.strike()).hasValueSatisfying(strike -> {
            assertThat(strike.reason().value()).isEqualTo("it is of Bea");
            assertThat(strike.by().account()).isEqualTo(sam.id());
            assertThat(strike.to())
                    .hasValueSatisfying(to -> assertThat(to.note()).isEqualTo(as));
        });
        SessionNote copy = records.sessionNotes().get(bea, as);
        assertThat(copy.isToSign()).isTrue();
        assertThat(copy.heldAt()).isEqualTo(signed.heldAt());
        assertThat(copy.copy()).hasValueSatisfying(from -> {
            assertThat(from.from().note()).isEqualTo(signed.id());
            assertThat(from.reason().value()).isEqualTo("it is of Bea");
        });
        assertThat(reading.toSign(by(sam))).extracting(each -> each.note().id()).containsExactly(as);
        assertThat(records.audit().listOf(ann)).anyMatch(entry -> entry.act() == Act.STRIKE_OUT_NOTE);
        assertThat(records.audit().listOf(bea)).anyMatch(entry -> entry.act() == Act.COPY_NOTE);
        var copied = sign.by(
                by(sam),
                new SignSessionNote.Command(Id.random(), bea, as, copy.version(), 0, lines("her left knee"), true));
        assertThat(copied).isInstanceOf(Answer.Done.class);
        assertThat(new CopyClient(work, records.audit(), clock)
                        .by(by(sam), ann, false)
                        .sessionNotes())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.strike()).isPresent();
                    assertThat(each.strike().get().to()).isEmpty();
                });
    }

    @Test
    void stalePage_isToldAndOverwritesNothing_inWritingAndInSigning() {
        Id<Session> session = held(new Moment.Settled());
        SessionNote seen = note(session);
        SignSessionNote.Command asRead = signing(session, "as read", true);
        assertThat(write.by(by(sam), writing(seen, "the first"))).isInstanceOf(Answer.Done.class);
        assertThat(write.by(by(sam), writing(seen, "the stale one")))
                .isInstanceOfSatisfying(
                        Answer.Changed.class,
                        changed -> assertThat(changed.kept()).isEqualTo(note(session)));
        assertThat(sign.by(by(sam), asRead)).isInstanceOf(Answer.Changed.class);
        SignSessionNote.Command current = signing(session, "as read", true);
        new AmendMark(work, clock)
                .by(
                        by(sam),
                        ann,
                        new AmendMark.Command(
                                Id.random(),
                                session,
                                records.sessions()
                                        .get(ann, session)
                                        .marks()
                                        .getFirst()
                                        .id(),
                                Version.FIRST,
                                Optional.empty(),
                                new PrivateText("a slip")));
        assertThat(sign.by(by(sam), current)).isInstanceOf(Answer.Changed.class);
        assertThat(note(session).draft().own(NotePart.ASSESSMENT).value()).isEqualTo("the first");
    }

    @Test
    void dictatedWords_standBesideTheirMark_theEarlierToo_andAreKeptOnce() {
        Id<Session> session = held(new Moment.Observed(SpontaneousSign.STILLNESS));
        Id<Mark> mark = records.sessions().get(ann, session).marks().getFirst().id();
        AnnotateMark annotate = new AnnotateMark(work, clock);
        var first = new AnnotateMark.Command(Id.random(), session, mark, new PrivateText("for a minute"));
        assertThat(annotate.by(by(sam), ann, first)).isInstanceOf(Answer.Done.class);
        assertThat(annotate.by(by(sam), ann, first)).isInstanceOf(Answer.Again.class);
        annotate.by(
                by(sam), ann, new AnnotateMark.Command(Id.random(), session, mark, new PrivateText("for two minutes")));
        Session kept = records.sessions().get(ann, session);
        assertThat(kept.dictated(mark))
                .extracting(PrivateText::value)
                .containsExactly("for a minute", "for two minutes");
        assertThat(kept.standingMarks()).hasSize(1);
    }

    @Test
    void sessionFromBeforeNotes_hasItsNoteOnceSomebodyTypes_andItsLinesTellItsOwnMarks() {
        Id<Session> session = held(new Moment.Settled());
        SessionNote begun = note(session);
        records.sessionNotes().remove(ann, begun.id(), begun.version());
        assertThat(reading.toSign(by(sam))).isEmpty();
        SessionNote seen = reading.ofSession(by(sam), ann, session, Id.random()).note();
        assertThat(write.by(by(sam), writing(seen, "first words"))).isInstanceOf(Answer.Done.class);
        assertThat(write.by(
                        by(sam),
                        new WriteSessionNote.Command(
                                Id.random(),
                                ann,
                                Id.random(),
                                Optional.of(session),
                                Version.FIRST,
                                words("of another page"))))
                .isInstanceOf(Answer.Changed.class);
        assertThat(reading.toSign(by(sam))).hasSize(1);
        SignSessionNote.Command ofAnother = new SignSessionNote.Command(
                Id.random(),
                ann,
                seen.id(),
                note(session).version(),
                marks(session),
                List.of(new NoteLine(
                        NotePart.OBJECTIVE,
                        new PrivateText("a mark of nobody"),
                        List.of(new NoteSource(NoteSource.SourceKind.MARK, Id.random())))),
                true);
        assertThatThrownBy(() -> sign.by(by(sam), ofAnother)).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> sign.by(Actor.program(Actor.ProgramPart.JOB), ofAnother))
                .isInstanceOf(NotAllowed.class);
    }
}
