package org.stillpoint.app.serve;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.web.context.support.StandardServletEnvironment;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.app.demo.DemoPractice;
import org.stillpoint.app.demo.LargePractice;
import org.stillpoint.app.demo.StoryClock;
import org.stillpoint.app.job.BackupJob;
import org.stillpoint.app.job.MailJob;
import org.stillpoint.app.job.ResolveJob;
import org.stillpoint.exchange.mail.SmtpCourier;
import org.stillpoint.practice.Forgets;
import org.stillpoint.practice.access.MakeOwner;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.emergency.OpenInEmergency;
import org.stillpoint.practice.mail.MailWording;
import org.stillpoint.practice.setting.PracticeClock;
import org.stillpoint.practice.setting.SpokenLanguage;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Accounts;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.bodymap.BodyMaps;
import org.stillpoint.record.checkin.CheckIns;
import org.stillpoint.record.client.Clients;
import org.stillpoint.record.examination.Examinations;
import org.stillpoint.record.history.History;
import org.stillpoint.record.keeping.Keeping;
import org.stillpoint.record.ledger.Ledger;
import org.stillpoint.record.literature.AddedStudies;
import org.stillpoint.record.mail.Courier;
import org.stillpoint.record.questionnaire.QuestionnaireScores;
import org.stillpoint.record.safety.SafetyChecks;
import org.stillpoint.record.session.ProcessNotes;
import org.stillpoint.record.session.Sessions;
import org.stillpoint.record.setting.PracticeProfile;
import org.stillpoint.record.signin.SignIns;
import org.stillpoint.record.whole.OpenRows;
import org.stillpoint.record.whole.UnderPassphrase;
import org.stillpoint.record.work.Audit;
import org.stillpoint.record.work.UnitOfWork;
import org.stillpoint.store.RowsBeside;
import org.stillpoint.store.SealedArchive;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;
import org.stillpoint.web.DoorLimits;
import org.stillpoint.web.DoorWay;
import org.stillpoint.web.WebConfiguration;
import org.stillpoint.web.WebSettings;
import org.stillpoint.web.consent.SpokenConsent;
import org.stillpoint.web.handbook.HandbookPictures;
import org.stillpoint.web.health.Vitals;
import org.stillpoint.web.security.Passwords;
import org.stillpoint.words.Speaker;

/** A running practice: its record, open, and its pages, listening on this machine only unless it was told otherwise. */
final class Practice implements AutoCloseable {

    /** No letters or figures that are easily mistaken for each other. */
    private static final String CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int CODE_LENGTH = 10;

    private final Store store;
    private final ServletWebServerApplicationContext pages;
    private final ResolveJob resolveJob;
    private final MailJob mailJob;
    private final Optional<BackupJob> backupJob;
    private final String firstStartCode;

    private Practice(
            Store store,
            ServletWebServerApplicationContext pages,
            PracticeClock clock,
            String firstStartCode,
            Optional<BackupJob> backupJob) {
        this.store = store;
        this.pages = pages;
        this.backupJob = backupJob;
        this.resolveJob = ResolveJob.start(store.unitOfWork(new Membership(store)), store::alone, clock);
        this.mailJob = MailJob.start(
                store.unitOfWork(new Membership(store)),
                store::alone,
                pages.getBean(MailWording.class),
                pages.getBean(Courier.class),
                clock);
        this.firstStartCode = firstStartCode;
    }

    /**
     * The made-up clients of a large demo practice.
     *
     * @param clients how many
     * @param checkIns of each
     */
    record MadeUp(int clients, LargePractice.OfEach each) {
        static final MadeUp NONE = new MadeUp(0, LargePractice.OfEach.usual(0));
    }

    /**
     * How a practice is kept.
     *
     * @param demo whether all its people are made up
     * @param orNew whether a key that opened another record may start an empty one
     * @param backups those of every night
     * @param limits of a sign-in
     * @param emergency how long a record stays open that was opened in an emergency
     * @param way where the door is
     */
    record KeptHow(
            boolean demo,
            boolean orNew,
            Optional<BackupJob.NightlyBackups> backups,
            DoorLimits limits,
            OpenInEmergency.HowLong emergency,
            DoorWay way) {}

    static Practice start(StoreSettings settings, boolean demo, int port) {
        return start(
                settings,
                new KeptHow(
                        demo,
                        false,
                        Optional.empty(),
                        DoorLimits.STANDARD,
                        OpenInEmergency.HowLong.USUAL,
                        DoorWay.THIS_MACHINE),
                MadeUp.NONE,
                port);
    }

    /** Opens the record and the pages. Where the pages cannot start, the record is closed again. */
    static Practice start(StoreSettings settings, KeptHow kept, MadeUp madeUp, int port) {
        StoryClock clock = new StoryClock(Clock.systemDefaultZone());
        Store store;
        try (OpeningBar bar = new OpeningBar()) {
            store = Store.open(settings, clock, bar, kept.orNew());
        }
        try {
            if (kept.demo()) {
                UnitOfWork work = store.unitOfWork(new Membership(store));
                DemoPractice.fill(store, work, Practice::demoOwner, clock);
                new LargePractice(
                                work,
                                clock,
                                madeUp.each(),
                                new SpokenConsent(new Speaker(Locale.ENGLISH, clock.getZone())))
                        .add(madeUp.clients() - store.clients().count());
            }
            store.readNamesAhead();
            String code = store.accounts().hasOwner() ? "" : code(store);
            PracticeProfile profile = store.settings().profile();
            PracticeClock days = new PracticeClock(Clock.systemDefaultZone(), profile);
            SpokenLanguage language = new SpokenLanguage(store);
            ServletWebServerApplicationContext pages = pages(
                    store,
                    days,
                    language,
                    settings,
                    new WebSettings(kept.demo(), code, cookieName(settings, store), kept.limits(), kept.way()),
                    kept.emergency(),
                    port);
            followOthers(
                    store, days, language, pages.getBeansOfType(Forgets.class).values());
            Optional<BackupJob> backups =
                    kept.backups().map(wanted -> BackupJob.start(settings, wanted, Clock.systemUTC(), store));
            return new Practice(store, pages, days, code, backups);
        } catch (RuntimeException | Error failed) {
            store.close();
            throw failed;
        }
    }

    private static MakeOwner.Command demoOwner() {
        return new MakeOwner.Command(
                Id.random(),
                new SignInName(WebSettings.DEMO_NAME),
                Passwords.encoder().encode(WebSettings.DEMO_NAME));
    }

    private static ServletWebServerApplicationContext pages(
            Store store,
            PracticeClock clock,
            SpokenLanguage language,
            StoreSettings where,
            WebSettings settings,
            OpenInEmergency.HowLong emergency,
            int port) {
        Map<String, Object> properties = new HashMap<>(WebConfiguration.defaults());
        properties.put("server.port", port);
        properties.put("server.address", settings.way().address());
        settings.way().certificate().ifPresent(files -> {
            properties.put("server.ssl.certificate", files.certificate().toUri().toString());
            properties.put(
                    "server.ssl.certificate-private-key", files.key().toUri().toString());
            properties.put("server.ssl.enabled-protocols", "TLSv1.3,TLSv1.2");
        });
        properties.put("spring.main.log-startup-info", "false");
        return (ServletWebServerApplicationContext) new SpringApplicationBuilder(WebConfiguration.parts())
                .web(WebApplicationType.SERVLET)
                .environment(onlyOf(properties))
                .initializers(context -> {
                    register((GenericApplicationContext) context, store, where, settings, clock);
                    ((GenericApplicationContext) context).registerBean(SpokenLanguage.class, () -> language);
                    ((GenericApplicationContext) context).registerBean(OpenInEmergency.HowLong.class, () -> emergency);
                })
                .run();
    }

    /** Nothing of this machine's environment, of its properties or of a file in the working folder changes how the pages are served. */
    private static ConfigurableEnvironment onlyOf(Map<String, Object> properties) {
        properties.put("spring.config.location", "optional:classpath:/nothing-beside-these/");
        ConfigurableEnvironment environment = new StandardServletEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().addFirst(new MapPropertySource("stillpoint", properties));
        return environment;
    }

    /** What this server holds in memory is what the others have kept. */
    private static void followOthers(
            Store store, PracticeClock days, SpokenLanguage language, Collection<Forgets> figures) {
        store.whenOthersChange(erased -> {
            erased.forEach(client -> figures.forEach(each -> each.forget(client)));
            days.follow(store.settings().profile());
            language.follow(store);
        });
    }

    /**
     * All programs on this machine that listen share their cookies; those of two practices must not take each other's place. The servers of
     * one practice, each with a folder of its own, have one name.
     */
    private static String cookieName(StoreSettings settings, Store store) {
        return "stillpoint-"
                + switch (settings) {
                    case StoreSettings.Sqlite sqlite -> {
                        byte[] name = sqlite.folder()
                                .toAbsolutePath()
                                .normalize()
                                .toString()
                                .getBytes(StandardCharsets.UTF_8);
                        CRC32C sum = new CRC32C();
                        sum.update(name);
                        yield "%08x".formatted(sum.getValue());
                    }
                    case StoreSettings.Postgres postgres -> store.tag();
                };
    }

    private static void register(
            GenericApplicationContext context,
            Store store,
            StoreSettings where,
            WebSettings settings,
            PracticeClock clock) {
        context.registerBean(WebSettings.class, () -> settings);
        context.registerBean(PracticeClock.class, () -> clock);
        context.registerBean(HandbookPictures.class, ProgramFolder::pictures);
        context.registerBean(Vitals.class, () -> new RecordVitals(store, where.folder()));
        context.registerBean(OpenRows.class, () -> new RowsBeside(where));
        context.registerBean(UnderPassphrase.class, SealedArchive::writer);
        context.registerBean(Atlas.class, Atlas::standard);
        context.registerBean(Courier.class, SmtpCourier::new);
        context.registerBean(UnitOfWork.class, () -> store.unitOfWork(new Membership(store)));
        context.registerBean(Audit.class, store::audit);
        context.registerBean(Accounts.class, store::accounts);
        context.registerBean(SignIns.class, store::signIns);
        context.registerBean(Clients.class, store::clients);
        context.registerBean(History.class, store::history);
        context.registerBean(BodyMaps.class, store::bodyMaps);
        context.registerBean(SafetyChecks.class, store::safetyChecks);
        context.registerBean(Sessions.class, store::sessions);
        context.registerBean(ProcessNotes.class, store::processNotes);
        context.registerBean(CheckIns.class, store::checkIns);
        context.registerBean(Examinations.class, store::examinations);
        context.registerBean(QuestionnaireScores.class, store::questionnaireScores);
        context.registerBean(Ledger.class, store::ledger);
        context.registerBean(AddedStudies.class, store::addedStudies);
    }

    /** Of the practice's own keys, so that each of its servers takes the code that another has printed. */
    private static String code(Store store) {
        BigInteger left = new BigInteger(1, store.signIns().book().key("first start"));
        BigInteger letters = BigInteger.valueOf(CODE_LETTERS.length());
        StringBuilder code = new StringBuilder();
        for (int letter = 0; letter < CODE_LENGTH; letter++) {
            BigInteger[] parts = left.divideAndRemainder(letters);
            code.append(CODE_LETTERS.charAt(parts[1].intValue()));
            left = parts[0];
        }
        return code.toString();
    }

    int port() {
        return Objects.requireNonNull(pages.getWebServer()).getPort();
    }

    /** What was found missing of the record. */
    Optional<Keeping.Loss> loss() {
        return store.keeping().findLoss();
    }

    /** The one-time code for making the owner's account; blank once there is one. */
    String firstStartCode() {
        return firstStartCode;
    }

    @Override
    public void close() {
        mailJob.close();
        resolveJob.close();
        backupJob.ifPresent(BackupJob::close);
        pages.close();
        store.close();
    }
}
