package org.stillpoint.practice.setting;

import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.setting.MailServer;
import org.stillpoint.record.setting.MailSetting;
import org.stillpoint.record.setting.Settings;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** The practice chooses how it sends mail to its clients, and what of. */
public final class ChangeMailSetting {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param setting with the version that was seen
     * @param keepPassword whether the password that is kept is to be kept: it is for the same user of the same host alone, so that nobody
     *     sends it elsewhere who does not know it
     */
    public record Command(Id<Deed> key, MailSetting setting, boolean keepPassword) {}

    private final UnitOfWork work;

    public ChangeMailSetting(UnitOfWork work) {
        this.work = work;
    }

    /** Answers {@link Answer.Changed} where somebody else has chosen it since it was seen. */
    public Answer<MailSetting> by(Actor actor, Command wanted) {
        return SettingChange.of(
                work,
                actor,
                Act.CHANGE_MAIL_SETTING,
                wanted.key(),
                wanted,
                records -> records.settings()
                        .replace(withPassword(wanted, records.settings().mail())),
                Settings::mail);
    }

    /** Whether what is kept is of the same user of the same host. */
    public static boolean isOfTheSame(MailServer wanted, MailSetting kept) {
        return kept.server()
                .filter(server -> server.host().equals(wanted.host())
                        && server.port() == wanted.port()
                        && server.user().equals(wanted.user()))
                .isPresent();
    }

    private static MailSetting withPassword(Command wanted, MailSetting kept) {
        MailSetting setting = wanted.setting();
        Optional<MailServer> server = setting.server()
                .map(one -> wanted.keepPassword() && isOfTheSame(one, kept)
                        ? with(one, kept.server().map(MailServer::password).orElse(PrivateText.NONE))
                        : one);
        return new MailSetting(server, setting.door(), setting.hoursBefore(), setting.version());
    }

    private static MailServer with(MailServer server, PrivateText password) {
        return new MailServer(
                server.host(),
                server.port(),
                server.tls(),
                server.user(),
                password,
                server.sender(),
                server.senderName());
    }
}
