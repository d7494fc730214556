package org.stillpoint.practice.mail;

import java.util.Optional;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.mail.Courier;
import org.stillpoint.record.mail.Courier.Delivery;
import org.stillpoint.record.setting.MailServer;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** Somebody of the practice sends a mail to themselves, to see whether its server takes it. It is tried once, and at once. */
public final class SendTestMail {

    /** @param to an address of their own */
    public record Command(PrivateText to) {}

    /** By what it is sent. */
    private record TestSetting(Optional<MailServer> server, PracticeLanguage language) {}

    private final UnitOfWork work;
    private final MailWording wording;
    private final Courier courier;

    public SendTestMail(UnitOfWork work, MailWording wording, Courier courier) {
        this.work = work;
        this.wording = wording;
        this.courier = courier;
    }

    /** What the server said; empty where none is set. */
    public Optional<Delivery> by(Actor actor, Command wanted) {
        TestSetting setting = work.run(
                actor,
                Deeds.of(Act.TEST_MAIL, Id.<Deed>random(), wanted),
                records -> new TestSetting(
                        records.settings().mail().server(),
                        records.settings().profile().language()),
                records -> new TestSetting(Optional.empty(), PracticeLanguage.ENGLISH));
        return setting.server()
                .map(server -> courier.deliver(
                        server,
                        Id.random(),
                        wording.write(
                                wanted.to(), new MailContent.TestNote(), "", Optional.empty(), setting.language())));
    }
}
