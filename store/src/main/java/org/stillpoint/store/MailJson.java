package org.stillpoint.store;

import java.util.Locale;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.mail.Letter;
import org.stillpoint.record.mail.MailMatter;
import org.stillpoint.record.setting.MailServer;
import org.stillpoint.record.setting.MailSetting;
import org.stillpoint.record.setting.MailTls;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How mail to clients, and the server that takes it, is written and read. The names are kept for ever. */
final class MailJson {
    private MailJson() {}

    static ObjectNode write(MailSetting setting) {
        ObjectNode content = Json.object().put("door", setting.door()).put("hours_before", setting.hoursBefore());
        setting.server().ifPresent(server -> {
            ObjectNode written = content.putObject("server")
                    .put("host", server.host())
                    .put("port", server.port())
                    .put("tls", server.tls().name())
                    .put("user", server.user())
                    .put("sender", server.sender())
                    .put("sender_name", server.senderName());
            Json.put(written, "password", server.password());
        });
        return content;
    }

    static MailSetting setting(JsonNode content, Version version) {
        return new MailSetting(
                content.has("server") ? Optional.of(server(content.required("server"))) : Optional.empty(),
                Json.text(content, "door"),
                content.required("hours_before").asInt(),
                version);
    }

    private static MailServer server(JsonNode content) {
        return new MailServer(
                Json.text(content, "host"),
                content.required("port").asInt(),
                MailTls.valueOf(Json.text(content, "tls")),
                Json.text(content, "user"),
                Json.privateText(content, "password"),
                Json.text(content, "sender"),
                Json.text(content, "sender_name"));
    }

    static void write(ObjectNode content, Letter letter) {
        ObjectNode written =
                content.putObject("letter").put("language", letter.language().toLanguageTag());
        Json.put(written, "to", letter.to());
        Json.put(written, "subject", letter.subject());
        Json.put(written, "text", letter.text());
        letter.off().ifPresent(off -> Json.put(written, "off", off));
    }

    static Letter letter(JsonNode content) {
        JsonNode written = content.required("letter");
        return new Letter(
                Json.privateText(written, "to"),
                Json.privateText(written, "subject"),
                Json.privateText(written, "text"),
                written.has("off") ? Optional.of(Json.privateText(written, "off")) : Optional.empty(),
                Locale.forLanguageTag(Json.text(written, "language")));
    }

    static void write(ObjectNode content, MailMatter matter) {
        switch (matter) {
            case MailMatter.FollowUpDue due ->
                content.put("after_session", due.session().toString());
            case MailMatter.AppointmentAhead ahead ->
                content.put("appointment", ahead.appointment().toString())
                        .put("start", ahead.start().toString());
            case MailMatter.LinkHandedOn handed ->
                content.put("link", handed.link().toString());
        }
    }

    static MailMatter matter(JsonNode content) {
        if (content.has("after_session")) {
            return new MailMatter.FollowUpDue(Id.of(Json.text(content, "after_session")));
        }
        return content.has("link")
                ? new MailMatter.LinkHandedOn(Id.of(Json.text(content, "link")))
                : new MailMatter.AppointmentAhead(
                        Id.of(Json.text(content, "appointment")), Json.instant(content, "start"));
    }
}
