package org.stillpoint.app.study;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.evidence.joint.SmallestCell;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.research.ResearchTables;
import org.stillpoint.practice.joint.JointDesign;
import org.stillpoint.practice.joint.JointProtocol;
import org.stillpoint.practice.joint.JointProtocol.JointPractice;
import org.stillpoint.practice.joint.JointProtocol.NumberRange;
import org.stillpoint.practice.joint.JointProtocol.StudiedPeople;
import org.stillpoint.practice.outcome.Measured;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A protocol in its file: what was agreed on, and the hash of it. {@code docs/studies.md} tells each field. */
final class ProtocolFile {
    private static final String FORMAT = "stillpoint joint study protocol";
    private static final int VERSION = 1;

    // What a slip of the keyboard exceeds and no study does; own choices, 2026.
    private static final int MOST_PRACTICES = 1_000;
    private static final int MOST_DAYS = 3_660;
    private static final int MOST_IN_A_CELL = 100;
    private static final double OLDEST = 120; // years

    /** Points of any measure; own choice, 2026. */
    static final double MOST_POINTS = 1e6;

    private static final String PROTOCOL = "protocol";
    private static final String SEALED_AT = "sealedAt";

    /** What the designs are called in protocols, and the summaries under them in contributions. */
    static final String TREATED_AND_WAITING = "treated-and-waiting";

    static final String BY_LOT = "by-lot";

    private ProtocolFile() {}

    /** A draft, sealed: what is written to the file. */
    static String seal(Path draft, Instant now) {
        JsonNode root = StudyJson.read(draft);
        if (root.has(SEALED_AT)) {
            throw new BadInput(Problem.ofValue(name(draft), SEALED_AT, "is set by the seal, and by nobody else"));
        }
        ObjectNode protocol = ((ObjectNode) root).put(SEALED_AT, now.toString());
        parse(name(draft), protocol, StudyJson.hash(protocol));
        ObjectNode sealed = JsonMapper.shared()
                .createObjectNode()
                .put("format", FORMAT)
                .put("version", VERSION)
                .put("hash", StudyJson.hash(protocol));
        sealed.set(PROTOCOL, protocol);
        return StudyJson.text(sealed);
    }

    /** Reads a sealed protocol. */
    static JointProtocol read(Path file) {
        StudyNode root = new StudyNode(name(file), StudyJson.read(file));
        requireFormat(root, FORMAT, VERSION);
        root.with("format", "version", "hash", PROTOCOL);
        JsonNode protocol = root.object(PROTOCOL).node();
        String hash = StudyJson.hash(protocol);
        if (!root.line("hash").equals(hash)) {
            throw new BadInput(Problem.ofFile(
                    name(file),
                    "was changed after it was sealed: its hash is " + hash + ", and it was sealed as "
                            + root.line("hash")));
        }
        return parse(name(file), protocol, hash);
    }

    /** Tells a file of another kind, or of a newer program, from a wrong one. */
    static void requireFormat(StudyNode root, String format, int version) {
        if (!root.has("format") || !root.line("format").equals(format)) {
            throw new BadInput(Problem.ofFile(root.place(), "is no file of the kind \"" + format + "\""));
        }
        if (root.integer("version", 1, Integer.MAX_VALUE) > version) {
            throw new BadInput(Problem.ofFile(root.place(), "was written by a newer Stillpoint; use that one"));
        }
    }

    private static JointProtocol parse(String place, JsonNode protocol, String hash) {
        StudyNode of = new StudyNode(place, protocol)
                .with(
                        "title",
                        "question",
                        "coordinator",
                        "design",
                        "measure",
                        "period",
                        "people",
                        "smallestCell",
                        "practices",
                        SEALED_AT);
        Measured measured = JointProtocol.findMeasured(of.line("measure"))
                .orElseThrow(() -> new BadInput(Problem.ofValue(
                        of.at("measure"),
                        of.line("measure"),
                        "is no question of a check-in and no questionnaire that has a before")));
        StudyNode period = of.object("period").with("from", "to");
        if (period.day("to").isBefore(period.day("from"))
                || period.day("from").plusDays(MOST_DAYS).isBefore(period.day("to"))) {
            throw new BadInput(Problem.ofValue(
                    of.at("period"), period.line("to"), "is before the first day, or more than ten years after it"));
        }
        JointDesign design = design(of.object("design"), measured);
        return new JointProtocol(
                of.line("title"),
                of.line("question"),
                of.line("coordinator"),
                design,
                measured,
                period.day("from"),
                period.day("to"),
                people(of.object("people"), design),
                new SmallestCell(of.integer("smallestCell", ResearchTables.LEAST_PEOPLE, MOST_IN_A_CELL)),
                practices(of),
                of.instant(SEALED_AT),
                hash);
    }

    private static JointDesign design(StudyNode design, Measured measured) {
        switch (design.line("kind")) {
            case BY_LOT -> {
                design.with("kind");
                return new JointDesign.ByLot();
            }
            case TREATED_AND_WAITING -> {
                design.with(
                        "kind",
                        "baselineDays",
                        "treatedByDay",
                        "outcomeFromDay",
                        "outcomeToDay",
                        "leastEntries",
                        "responderShare",
                        "worseBy");
                int baseline = design.integer("baselineDays", 1, MOST_DAYS);
                int treatedBy = design.integer("treatedByDay", 1, MOST_DAYS);
                int from = design.integer("outcomeFromDay", Math.max(baseline, treatedBy), MOST_DAYS);
                return new JointDesign.TreatedAndWaiting(
                        baseline,
                        treatedBy,
                        from,
                        design.integer("outcomeToDay", from, MOST_DAYS),
                        design.integer("leastEntries", 1, MOST_DAYS),
                        design.number("responderShare", 0.01, 1),
                        design.number("worseBy", 0.001, measured.high() - measured.low()));
            }
            default ->
                throw new BadInput(Problem.ofValue(
                        design.at("kind"),
                        design.line("kind"),
                        "is not one of " + TREATED_AND_WAITING + ", " + BY_LOT));
        }
    }

    private static StudiedPeople people(StudyNode people, JointDesign design) {
        if (design instanceof JointDesign.ByLot) {
            people.with("age");
        } else {
            people.with("age", "before");
        }
        return new StudiedPeople(range(people, "age", 0, OLDEST), range(people, "before", -MOST_POINTS, MOST_POINTS));
    }

    private static Optional<NumberRange> range(StudyNode people, String name, double low, double high) {
        if (!people.has(name)) {
            return Optional.empty();
        }
        StudyNode range = people.object(name).with("from", "to");
        double from = range.number("from", low, high);
        return Optional.of(new NumberRange(from, range.number("to", from, high)));
    }

    private static List<JointPractice> practices(StudyNode of) {
        List<JointPractice> practices = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (StudyNode each : of.objects("practices", MOST_PRACTICES)) {
            each.with("name", "key");
            JointPractice practice = new JointPractice(each.line("name"), each.line("key"));
            if (publicKey(practice.key()).isEmpty()) {
                throw new BadInput(Problem.ofValue(
                        each.at("key"), practice.key(), "is no key as \"stillpoint study key\" prints it"));
            }
            if (!seen.add("name " + practice.name()) || !seen.add("key " + practice.key())) {
                throw new BadInput(
                        Problem.ofValue(each.place(), practice.name(), "is there twice, by its name or its key"));
            }
            practices.add(practice);
        }
        if (practices.size() < 2) {
            throw new BadInput(Problem.ofFile(of.at("practices"), "has fewer than two; a joint study has more"));
        }
        return practices;
    }

    /** The key that is written so; empty where it is none, or written otherwise than by this program. */
    static Optional<PublicKey> publicKey(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes));
            return Base64.getEncoder().encodeToString(key.getEncoded()).equals(text)
                    ? Optional.of(key)
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException noKey) {
            return Optional.empty();
        }
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
