package org.stillpoint.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.record.safety.ConditionId;
import org.stillpoint.record.safety.SafetyList;
import org.stillpoint.record.setting.AftercareText;
import org.stillpoint.record.setting.ConsentBlocks;
import org.stillpoint.record.setting.ConsentBlocks.WrittenBlock;
import org.stillpoint.record.setting.Country;
import org.stillpoint.record.setting.GroundingSteps;
import org.stillpoint.record.setting.MailSetting;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.setting.PracticeProfile;
import org.stillpoint.record.setting.SessionTimer;
import org.stillpoint.record.setting.Settings;
import org.stillpoint.record.setting.TechniqueList;
import org.stillpoint.record.setting.ZoneSince;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the practice has written about itself and for its clients, under the installation's key. */
final class StoredSettings implements Settings {
    private static final Id<Settings> ID = Id.of("00000000-0000-0000-0000-000000000001");

    static final String PROFILE = "profile";
    private static final String CONSENT_TEXT = "consent_text";
    private static final String GROUNDING_STEPS = "grounding_steps";
    private static final String SAFETY_LIST = "safety_list";
    private static final String TECHNIQUES = "techniques";
    private static final String SESSION_TIMER = "session_timer";
    private static final String AFTERCARE_TEXT = "aftercare_text";
    private static final String MAIL = "mail";

    private final Database database;
    private final Keys keys;

    StoredSettings(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    /** What is kept last of a kind. */
    private record KeptSetting(JsonNode content, Version version) {}

    @Override
    public PracticeProfile profile() {
        return find(PROFILE).map(StoredSettings::profile).orElse(PracticeProfile.NONE);
    }

    @Override
    public ConsentBlocks consentBlocks() {
        return find(CONSENT_TEXT)
                .map(kept -> blocks(kept.content(), kept.version()))
                .orElse(ConsentBlocks.NONE);
    }

    @Override
    public GroundingSteps groundingSteps() {
        return find(GROUNDING_STEPS)
                .map(kept -> {
                    List<String> steps = new ArrayList<>();
                    kept.content().required("steps").forEach(step -> steps.add(step.asString()));
                    return new GroundingSteps(steps, kept.version());
                })
                .orElse(GroundingSteps.NONE);
    }

    @Override
    public SafetyList safetyList() {
        return find(SAFETY_LIST).map(StoredSettings::safetyList).orElse(SafetyList.NONE);
    }

    @Override
    public PracticeProfile replace(PracticeProfile changed) {
        ObjectNode content = Json.object()
                .put("name", changed.name())
                .put("place", changed.place())
                .put("language", changed.language().name());
        changed.country().ifPresent(country -> content.put("country", country.code()));
        ArrayNode zones = content.putArray("zones");
        changed.zones().forEach(each -> {
            ObjectNode zone = zones.addObject().put("zone", each.zone().getId());
            if (!each.from().equals(Instant.MIN)) {
                zone.put("from", each.from().getEpochSecond());
            }
        });
        return changed.seenAt(write(PROFILE, content, changed.version()));
    }

    @Override
    public ConsentBlocks replace(ConsentBlocks changed) {
        ObjectNode content = Json.object();
        ObjectNode blocks = content.putObject("blocks");
        changed.written().forEach((block, written) -> {
            ObjectNode each = blocks.putObject(block.name()).put("shown", written.shown());
            Json.put(each, "text", written.text());
        });
        return changed.seenAt(write(CONSENT_TEXT, content, changed.version()));
    }

    @Override
    public GroundingSteps replace(GroundingSteps changed) {
        ObjectNode content = Json.object();
        ArrayNode steps = content.putArray("steps");
        changed.steps().forEach(steps::add);
        return new GroundingSteps(changed.steps(), write(GROUNDING_STEPS, content, changed.version()));
    }

    @Override
    public SafetyList replace(SafetyList changed) {
        ObjectNode content = Json.object();
        ArrayNode choices = content.putArray("choices");
        changed.choices().forEach((id, choice) -> {
            ObjectNode chosen = choices.addObject().put("id", id.value()).put("asked", choice.asked());
            choice.windowDays().ifPresent(days -> chosen.put("window_days", days));
        });
        ArrayNode own = content.putArray("own");
        changed.own().forEach(condition -> SafetyJson.write(own.addObject(), condition));
        return new SafetyList(changed.choices(), changed.own(), write(SAFETY_LIST, content, changed.version()));
    }

    private static SafetyList safetyList(KeptSetting kept) {
        Map<ConditionId, SafetyList.RowChoice> choices = new HashMap<>();
        kept.content()
                .required("choices")
                .forEach(chosen -> choices.put(
                        new ConditionId(Json.text(chosen, "id")),
                        new SafetyList.RowChoice(
                                chosen.required("asked").asBoolean(),
                                chosen.has("window_days")
                                        ? OptionalInt.of(
                                                chosen.required("window_days").asInt())
                                        : OptionalInt.empty())));
        List<Condition> own = new ArrayList<>();
        kept.content().required("own").forEach(one -> own.add(SafetyJson.read(one)));
        return new SafetyList(choices, own, kept.version());
    }

    @Override
    public AftercareText aftercareText() {
        return find(AFTERCARE_TEXT)
                .map(kept -> new AftercareText(Json.privateText(kept.content(), "text"), kept.version()))
                .orElse(AftercareText.NONE);
    }

    @Override
    public AftercareText replace(AftercareText changed) {
        ObjectNode content = Json.object();
        Json.put(content, "text", changed.text());
        return new AftercareText(changed.text(), write(AFTERCARE_TEXT, content, changed.version()));
    }

    @Override
    public TechniqueList techniques() {
        return find(TECHNIQUES)
                .map(kept -> {
                    List<String> names = new ArrayList<>();
                    kept.content().required("names").forEach(name -> names.add(name.asString()));
                    return new TechniqueList(names, kept.version());
                })
                .orElse(TechniqueList.NONE);
    }

    @Override
    public TechniqueList replace(TechniqueList changed) {
        ObjectNode content = Json.object();
        ArrayNode names = content.putArray("names");
        changed.names().forEach(names::add);
        return new TechniqueList(changed.names(), write(TECHNIQUES, content, changed.version()));
    }

    @Override
    public SessionTimer sessionTimer() {
        return find(SESSION_TIMER)
                .map(kept -> new SessionTimer(
                        kept.content().required("first_mark").asInt(),
                        kept.content().required("second_mark").asInt(),
                        kept.version()))
                .orElse(SessionTimer.USUAL);
    }

    @Override
    public SessionTimer replace(SessionTimer changed) {
        ObjectNode content =
                Json.object().put("first_mark", changed.firstMark()).put("second_mark", changed.secondMark());
        return new SessionTimer(
                changed.firstMark(), changed.secondMark(), write(SESSION_TIMER, content, changed.version()));
    }

    @Override
    public MailSetting mail() {
        return find(MAIL)
                .map(kept -> MailJson.setting(kept.content(), kept.version()))
                .orElse(MailSetting.NONE);
    }

    /** An earlier password is kept nowhere. */
    @Override
    public MailSetting replace(MailSetting changed) {
        return database.write(transaction -> {
            Version next = write(MAIL, MailJson.write(changed), changed.version());
            transaction
                    .deleteFrom(Tables.PRACTICE_SETTING)
                    .where(Tables.SETTING_KIND.eq(MAIL).and(Tables.VERSION.lt(next.number())))
                    .execute();
            return changed.seenAt(next);
        });
    }

    private Optional<KeptSetting> find(String kind) {
        return database.read(transaction -> latest(transaction, kind).map(row -> {
            int version = row.get(Tables.VERSION);
            byte[] content = keys.ofInstallation().open(row.get(Tables.CONTENT), place(kind, version));
            return new KeptSetting(Json.parse(content), new Version(version));
        }));
    }

    private static Optional<Record> latest(DSLContext transaction, String kind) {
        return transaction
                .select(Tables.VERSION, Tables.CONTENT)
                .from(Tables.PRACTICE_SETTING)
                .where(Tables.SETTING_KIND.eq(kind))
                .orderBy(Tables.VERSION.desc())
                .limit(1)
                .fetchOptional()
                .map(row -> row);
    }

    /** Adds a version after the one that was seen. */
    private Version write(String kind, ObjectNode content, Version seen) {
        return database.write(transaction -> {
            Version kept = latest(transaction, kind)
                    .map(row -> new Version(row.get(Tables.VERSION)))
                    .orElse(Version.FIRST);
            if (!kept.equals(seen)) {
                throw new StaleRecord(ID, seen, kept);
            }
            Version next = kept.next();
            transaction
                    .insertInto(Tables.PRACTICE_SETTING)
                    .set(Tables.SETTING_KIND, kind)
                    .set(Tables.VERSION, next.number())
                    .set(Tables.CONTENT, keys.ofInstallation().close(Json.bytes(content), place(kind, next.number())))
                    .execute();
            if (kind.equals(PROFILE)) { // other servers hold it in memory
                StoredClients.nextChange(transaction);
            }
            return next;
        });
    }

    static ConsentBlocks blocks(JsonNode content, Version version) {
        JsonNode blocks = content.path("blocks");
        return blocks.isObject()
                ? new ConsentBlocks(
                        blocks.propertyStream()
                                .collect(Collectors.toMap(
                                        each -> ConsentBlock.valueOf(each.getKey()),
                                        each -> new WrittenBlock(
                                                each.getValue()
                                                        .required("shown")
                                                        .asBoolean(),
                                                Json.privateText(each.getValue(), "text")))),
                        version)
                : ofOneText(Json.privateText(content, "text"), version);
    }

    /** Before schema 120 a practice had one text: its own stands in one block, and in place of those that only tell. */
    private static ConsentBlocks ofOneText(PrivateText text, Version version) {
        if (text.isEmpty()) {
            return ConsentBlocks.NONE.seenAt(version);
        }
        Map<ConsentBlock, WrittenBlock> written = new EnumMap<>(ConsentBlock.class);
        for (ConsentBlock block : ConsentBlock.values()) {
            if (block.kind() == ConsentBlock.BlockKind.TOLD) {
                written.put(block, new WrittenBlock(false, PrivateText.NONE));
            }
        }
        written.put(ConsentBlock.OWN_WORDS, new WrittenBlock(true, text));
        return new ConsentBlocks(written, version);
    }

    private static PracticeProfile profile(KeptSetting kept) {
        List<ZoneSince> zones = new ArrayList<>();
        kept.content()
                .required("zones")
                .forEach(each -> zones.add(new ZoneSince(
                        ZoneId.of(Json.text(each, "zone")),
                        each.has("from")
                                ? Instant.ofEpochSecond(each.required("from").asLong())
                                : Instant.MIN)));
        return new PracticeProfile(
                Json.text(kept.content(), "name"),
                kept.content().has("place") ? Json.text(kept.content(), "place") : "",
                zones,
                PracticeLanguage.valueOf(Json.text(kept.content(), "language")),
                kept.content().has("country")
                        ? Optional.of(new Country(Json.text(kept.content(), "country")))
                        : Optional.empty(),
                kept.version());
    }

    @Override
    public void speak(Id<Account> person, Optional<PracticeLanguage> language) {
        database.write(transaction -> {
            int written = transaction
                    .update(Tables.ACCOUNT)
                    .set(Tables.LANGUAGE, language.map(PracticeLanguage::name).orElse(null))
                    .where(Tables.ID.eq(person.toString()))
                    .execute();
            if (written == 0) {
                throw new NoSuchRecord("account", person);
            }
            return StoredClients.nextChange(transaction); // other servers hold it in memory
        });
    }

    @Override
    public Map<Id<Account>, PracticeLanguage> ownLanguages() {
        return database.read(transaction -> transaction
                .select(Tables.ID, Tables.LANGUAGE)
                .from(Tables.ACCOUNT)
                .where(Tables.LANGUAGE.isNotNull())
                .fetchMap(RecordForm::idIn, row -> PracticeLanguage.valueOf(row.get(Tables.LANGUAGE))));
    }

    static String place(String kind, int version) {
        return Seal.place("practice_setting", kind, String.valueOf(version));
    }
}
