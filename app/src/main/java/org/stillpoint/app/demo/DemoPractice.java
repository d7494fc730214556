package org.stillpoint.app.demo;

import static org.stillpoint.app.demo.Story.pain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.app.demo.Story.TimedMoment;
import org.stillpoint.practice.access.MakeOwner;
import org.stillpoint.practice.client.EraseClient;
import org.stillpoint.practice.intake.AnswerIntakeStep;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.LyingPosition;
import org.stillpoint.record.client.Preferences;
import org.stillpoint.record.client.RoomWish;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.intake.IntakeStep;
import org.stillpoint.record.plan.PlanReason;
import org.stillpoint.record.session.AfterStop;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.ReleaseSign;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.touch.TouchWish;
import org.stillpoint.record.work.UnitOfWork;
import org.stillpoint.store.Store;

/**
 * A small practice whose clients are all made up and marked so: one who seems better, one in whom no change can be told, one
 * who felt worse after a session, one who has only just come, one who is to be asked how it went, one who comes for the first time and has begun
 * to answer, and one who lies on the table now. Nothing about them was taken from anybody.
 */
public final class DemoPractice {

    private DemoPractice() {}

    /**
     * Fills an empty record. Does nothing where it has been filled before: the owner's account is made last, and what an
     * interrupted filling left behind is erased first.
     *
     * @param work units of work on that record
     * @param owner who may sign in, asked for where the record is filled
     * @param clock the clock that the store was opened with
     */
    public static void fill(Store store, UnitOfWork work, Supplier<MakeOwner.Command> owner, StoryClock clock) {
        if (!store.accounts().list().isEmpty()) {
            return;
        }
        store.clients().list().stream()
                .filter(Client::madeUp)
                .forEach(left -> new EraseClient(work, List.of())
                        .by(Visits.WHO, new EraseClient.Command(Id.random(), left.id())));
        Visits visits = new Visits(work, clock);
        try {
            better(visits, clock);
            unclear(visits, clock);
            worse(visits, clock);
            fresh(visits, clock);
            toAsk(visits, clock);
            answering(visits, clock);
            onTheTable(visits, clock);
            new DailyDiaries(store, visits, clock).write();
        } finally {
            clock.present();
        }
        new MakeOwner(work, clock).by(Visits.WHO, owner.get());
        new SignedNotes(store, work, clock).sign();
    }

    private static void better(Visits visits, StoryClock clock) {
        new Story(visits, clock, "Ana Marin", 1979, 92)
                .reachedBy(
                        "Ana",
                        "Spanish, good English",
                        "020 7946 0123",
                        "ana.marin@example.org",
                        Story.person("Luis Marin", "brother", "020 7946 0456"))
                .beforehand(
                        "My neck has hurt since 2021. I want to look over my shoulder again when I drive.",
                        "Lifts the left hand",
                        "No hands on the throat\nSlowly at the neck: she braces when it is quick",
                        new Preferences(
                                Optional.of(LyingPosition.FACE_UP),
                                Set.of(RoomWish.DIM_LIGHT, RoomWish.DOOR_AJAR),
                                new PrivateText("Face down for long"),
                                new PrivateText("Lavender")))
                .touch(TouchWish.NEVER, "X105", "X106")
                .seenBy("Dr Ines Weber", "General practitioner", "020 7946 0789")
                .told(
                        92,
                        EventKind.CAR_ACCIDENT,
                        12,
                        "Hit from behind while waiting at a light, head turned to the left.",
                        "A bang out of nowhere, then holding the wheel and not letting go.",
                        7,
                        8,
                        "X205",
                        "X206",
                        "X208")
                .told(
                        92,
                        EventKind.CHALLENGING_LIFE_EXPERIENCE,
                        6,
                        "A year of caring for her father.",
                        "No time to be tired.",
                        5,
                        7,
                        "X108")
                .hurts(92, pain("X205", 6, "X206", 7, "X207", 5, "X208", 6, "X201", 4, "X107", 3))
                .checksIn(90, 46, 3, 7.2, 7.2, 11)
                .session(
                        44,
                        28,
                        TimedMoment.of(1, new Moment.Settled()),
                        TimedMoment.of(4.5, new Moment.SiteEngaged(region("X206"), PrivateText.NONE)),
                        TimedMoment.of(9, new Moment.Stillpoint()),
                        TimedMoment.of(12, new Moment.SignOfRelease(ReleaseSign.WARMTH)),
                        new TimedMoment(
                                14,
                                new Moment.MemorySurfaced(),
                                "My hands are on the wheel. I can hear the indicator."),
                        TimedMoment.of(15, new Moment.Awareness(Score0To10.of(6))),
                        TimedMoment.of(16, new Moment.Distress(Score0To10.of(4))),
                        TimedMoment.of(19, new Moment.SignOfRelease(ReleaseSign.DEEP_BREATH)),
                        TimedMoment.of(20.5, new Moment.Release(region("X206"), 0.5)))
                .checksIn(43, 31, 3, 3.9, 3.8, 12)
                .plans(
                        30,
                        "X208",
                        "Slowly. She drives home afterwards.",
                        Story.place(clock, "X206", PlanReason.UNFINISHED, 44),
                        Story.place(clock, "X205", PlanReason.TOLD, 92),
                        Story.place(clock, "X208", PlanReason.TOLD, 92))
                .session(
                        30,
                        25,
                        TimedMoment.of(1.5, new Moment.Settled()),
                        TimedMoment.of(5, new Moment.SiteEngaged(region("X208"), PrivateText.NONE)),
                        TimedMoment.of(11, new Moment.SignOfRelease(ReleaseSign.SOFTENING)),
                        TimedMoment.of(13, new Moment.SignOfRelease(ReleaseSign.LENGTHENING)),
                        TimedMoment.of(16, new Moment.Awareness(Score0To10.of(7))),
                        TimedMoment.of(18, new Moment.Release(region("X208"), 0.25)))
                .checksIn(28, 2, 3, 3.6, 3.2, 13)
                .hurts(2, pain("X205", 2, "X206", 3, "X207", 3, "X208", 4))
                .plans(
                        1,
                        "X206",
                        "The neck first: she asked for it.",
                        Story.place(clock, "X208", PlanReason.UNFINISHED, 30),
                        Story.place(clock, "X206", PlanReason.LET_GO, 44),
                        Story.place(clock, "X205", PlanReason.TOLD, 92))
                .comes(0, 9, 0)
                .comes(7, 9, 0);
    }

    private static void unclear(Visits visits, StoryClock clock) {
        new Story(visits, clock, "Tomas Berg", 1962, 120)
                .told(
                        120,
                        EventKind.SURGERY,
                        20,
                        "Appendix taken out, an open operation.",
                        "Waking up cold and not being able to sit up.",
                        6,
                        4,
                        "X112",
                        "X121")
                .told(
                        120,
                        EventKind.INJURY,
                        31,
                        "Slipped on a stair, landed on the right foot turned inwards.",
                        "Hobbled for a summer.",
                        5,
                        2,
                        "X133",
                        "X236")
                .hurts(120, pain("X218", 6, "X219", 7, "X224", 5, "X229", 4))
                .checksIn(118, 62, 4, 5.8, 5.9, 21)
                .session(
                        60,
                        24,
                        TimedMoment.of(2, new Moment.Settled()),
                        TimedMoment.of(6, new Moment.SiteEngaged(region("X219"), PrivateText.NONE)),
                        TimedMoment.of(14, new Moment.SignOfRelease(ReleaseSign.FLUID_SOUNDS)),
                        TimedMoment.of(18, new Moment.Awareness(Score0To10.of(2))))
                .checksIn(58, 34, 4, 5.6, 5.8, 22)
                .session(
                        32,
                        26,
                        TimedMoment.of(1, new Moment.Settled()),
                        TimedMoment.of(5, new Moment.SiteEngaged(region("X112"), PrivateText.NONE)),
                        TimedMoment.of(12, new Moment.SignOfRelease(ReleaseSign.WARMTH)),
                        TimedMoment.of(17, new Moment.Release(region("X112"), 0.25)))
                .checksIn(30, 3, 4, 5.7, 5.5, 23)
                .hurts(3, pain("X218", 5, "X219", 7, "X224", 5, "X229", 3))
                .comes(0, 14, 0);
    }

    private static void worse(Visits visits, StoryClock clock) {
        new Story(visits, clock, "Ruth Okafor", 1990, 40)
                .reachedBy(
                        "",
                        "English",
                        "020 7946 0234",
                        "ruth.okafor@example.org",
                        Story.person("Ben Okafor", "husband", "020 7946 0567"))
                .beforehand(
                        "Lower back, since I fell off a horse. Sitting is the worst.",
                        "Taps twice on the table",
                        "",
                        new Preferences(
                                Optional.of(LyingPosition.ON_THE_SIDE),
                                Set.of(RoomWish.WARMTH, RoomWish.QUIET),
                                new PrivateText("Sitting"),
                                PrivateText.NONE))
                .told(
                        40,
                        EventKind.PHYSICAL_TRAUMA,
                        8,
                        "Fell backwards off a horse on to the tailbone.",
                        "No breath for a moment, then laughing so that nobody would worry.",
                        7,
                        5,
                        "X223",
                        "X224",
                        "X218")
                .hurts(40, pain("X218", 5, "X219", 4, "X223", 4, "X201", 5, "X202", 5))
                .checksIn(39, 12, 3, 4.6, 4.8, 31)
                .session(
                        9,
                        22,
                        TimedMoment.of(1, new Moment.Settled()),
                        TimedMoment.of(5, new Moment.SiteEngaged(region("X218"), PrivateText.NONE)),
                        TimedMoment.of(10, new Moment.SignOfRelease(ReleaseSign.TREMOR)),
                        TimedMoment.of(11, new Moment.Distress(Score0To10.of(7))),
                        TimedMoment.of(11.5, new Moment.StopSignal()),
                        TimedMoment.of(12, new Moment.StepTaken(1, PrivateText.NONE)),
                        TimedMoment.of(12.4, new Moment.StepTaken(2, PrivateText.NONE)),
                        TimedMoment.of(12.8, new Moment.StepTaken(3, PrivateText.NONE)),
                        TimedMoment.of(13.2, new Moment.StepTaken(4, PrivateText.NONE)),
                        TimedMoment.of(13.5, new Moment.AskedAfterStop(AfterStop.ORIENTATED, true)),
                        TimedMoment.of(13.6, new Moment.AskedAfterStop(AfterStop.BREATHING, true)),
                        TimedMoment.of(13.7, new Moment.AskedAfterStop(AfterStop.SAFE_TO_TRAVEL, true)),
                        TimedMoment.of(13.8, new Moment.AskedAfterStop(AfterStop.SOMEONE_TO_CALL, true)),
                        TimedMoment.of(14, new Moment.Grounded(Score0To10.of(3))),
                        TimedMoment.of(15, new Moment.Resumed()),
                        TimedMoment.of(17, new Moment.Distress(Score0To10.of(3))))
                .saysWorse(7, 6, "My lower back is sorer than before, and I slept badly for two nights.")
                .saysWorse(4, 6, "Still sore when I sit for long.")
                .comes(1, 11, 30);
    }

    private static void fresh(Visits visits, StoryClock clock) {
        new Story(visits, clock, "Leo Fischer", 1985, 6)
                .touch(TouchWish.ASK, "X119", "X117")
                .beforehand(
                        "My right wrist and neck, since I fell off my bicycle.",
                        "Opens the right hand",
                        "The right wrist is still swollen",
                        Preferences.NONE)
                .told(
                        6,
                        EventKind.INJURY,
                        3.5,
                        "Caught himself on the outstretched right hand when he fell from a bicycle.",
                        "More annoyed than hurt.",
                        4,
                        3,
                        "X119",
                        "X115",
                        "X107")
                .hurts(6, pain("X107", 5, "X210", 6, "X205", 3, "X215", 3))
                .checksIn(6, 1, 1, 5.0, 5.2, 41)
                .comes(0, 10, 15)
                .comes(3, 10, 15);
    }

    /** Treated five days ago, and not heard of since. */
    private static void toAsk(Visits visits, StoryClock clock) {
        new Story(visits, clock, "Pia Lindqvist", 1973, 20)
                .reachedBy(
                        "",
                        "Swedish, English",
                        "020 7946 0345",
                        "pia.lindqvist@example.org",
                        Story.person("Nils Lindqvist", "husband", "020 7946 0678"))
                .told(
                        20,
                        EventKind.INJURY,
                        15,
                        "Fell on the left shoulder on an icy step.",
                        "Got up at once, because people were looking.",
                        5,
                        3,
                        "X202",
                        "X207")
                .hurts(20, pain("X202", 5, "X207", 6))
                .checksIn(19, 6, 6, 5.5, 5.5, 51)
                .session(
                        5,
                        24,
                        TimedMoment.of(2, new Moment.Settled()),
                        TimedMoment.of(6, new Moment.SiteEngaged(region("X207"), PrivateText.NONE)),
                        TimedMoment.of(13, new Moment.SignOfRelease(ReleaseSign.SOFTENING)),
                        TimedMoment.of(19, new Moment.Release(region("X207"), 0.25)))
                .comes(5, 15, 0);
    }

    /** Comes tomorrow, and has answered half of what is asked before: nobody has read it yet. */
    private static void answering(Visits visits, StoryClock clock) {
        new Story(visits, clock, "Nora Haas", 1982, 1)
                .reachedBy(
                        "",
                        "English",
                        "020 7946 0912",
                        "nora.haas@example.org",
                        Story.person("Emil Haas", "partner", "020 7946 0913"))
                .answers(
                        IntakeStep.REASON,
                        Map.of(AnswerIntakeStep.TEXT, "My jaw is tight when I wake up, and my head aches on the left."))
                .answers(
                        IntakeStep.HEALTH,
                        Map.of(AnswerIntakeStep.TEXT, "Well, but for that.", AnswerIntakeStep.NO_RED_FLAG, "on"))
                .types(IntakeStep.MEDICATION, Map.of(AnswerIntakeStep.TEXT, "Something against hay fever, in"))
                .comes(1, 16, 0);
    }

    /**
     * A session that is under way while the practice is looked at for the first time. No muscle is felt twice, so that what a hand is worth stays
     * what it is in a practice that has just begun.
     */
    private static void onTheTable(Visits visits, StoryClock clock) {
        new Story(visits, clock, "Mia Duarte", 1976, 30)
                .beforehand(
                        "My right shoulder, since I carried my father's piano up the stairs.",
                        "Opens the left hand",
                        "",
                        new Preferences(
                                Optional.of(LyingPosition.FACE_UP),
                                Set.of(RoomWish.QUIET),
                                PrivateText.NONE,
                                PrivateText.NONE))
                .told(
                        30,
                        EventKind.INJURY,
                        2,
                        "A strap tore while carrying; caught the weight with the right arm.",
                        "Holding on although it hurt.",
                        5,
                        6,
                        "X107",
                        "X111")
                .hurts(30, pain("X107", 5, "X210", 6, "X206", 3, "X111", 4))
                .handsFind(
                        30, Map.of("levator_scapulae_right", 1, "infraspinatus_right", 2, "splenius_cervicis_left", 2))
                .checksIn(29, 17, 3, 5.4, 5.3, 61)
                .hurts(16, pain("X107", 4, "X210", 6, "X206", 4))
                .handsFind(
                        16,
                        Map.of(
                                "supraspinatus_right",
                                3,
                                "trapezius_descending_part_right",
                                1,
                                "splenius_capitis_left",
                                1))
                .checksIn(15, 3, 3, 5.2, 5.0, 62)
                .hurts(2, pain("X107", 3, "X210", 5, "X206", 3, "X214", 2))
                .handsFind(2, Map.of("deltoid_right", 2, "biceps_brachii_right", 1, "semispinalis_capitis_right", 1))
                .isOnTheTable(
                        14,
                        TimedMoment.of(1, new Moment.Settled()),
                        TimedMoment.of(3.5, new Moment.SiteEngaged(region("X210"), PrivateText.NONE)),
                        TimedMoment.of(8, new Moment.SignOfRelease(ReleaseSign.WARMTH)),
                        TimedMoment.of(11, new Moment.Stillpoint()));
    }

    private static Site region(String code) {
        return new Site.RegionSite(new RegionCode(code));
    }
}
