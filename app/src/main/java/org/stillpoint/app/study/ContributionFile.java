package org.stillpoint.app.study;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.stillpoint.evidence.joint.JointSummary;
import org.stillpoint.evidence.joint.JointSummary.WithheldReason;
import org.stillpoint.evidence.joint.ToldShares;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.practice.joint.JointDesign;
import org.stillpoint.practice.joint.JointLeftOut;
import org.stillpoint.practice.joint.JointProtocol;
import org.stillpoint.practice.joint.JointProtocol.JointPractice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A contribution in its file, signed. {@code docs/studies.md} tells each field. */
final class ContributionFile {
    private static final String FORMAT = "stillpoint joint study contribution";
    private static final int VERSION = 1;

    /** What stands before what is signed, so that no signature is good for anything else. */
    private static final String SIGNED_AS = FORMAT + " " + VERSION + "\n";

    private static final String SIGNATURE = "signature";
    private static final String WITHHELD = "withheld";

    private ContributionFile() {}

    /** What is signed. */
    static ObjectNode content(Contribution contribution) {
        ObjectNode content = JsonMapper.shared()
                .createObjectNode()
                .put("format", FORMAT)
                .put("version", VERSION)
                .put("protocol", contribution.protocol())
                .put("practice", contribution.practice().name())
                .put("key", contribution.practice().key())
                .put("madeOn", contribution.madeOn().toString())
                .put("number", contribution.number())
                .put("madeUp", contribution.madeUp());
        content.set("summary", json(contribution.summary()));
        ObjectNode leftOut = content.putObject("leftOut");
        for (JointLeftOut why : JointLeftOut.values()) {
            OptionalInt count = contribution.leftOut().getOrDefault(why, OptionalInt.of(0));
            if (count.isPresent()) {
                leftOut.put(StudyNode.code(why), count.getAsInt());
            } else {
                leftOut.putNull(StudyNode.code(why));
            }
        }
        return content;
    }

    /** With its signature: what is written to the file. */
    static String signed(ObjectNode content, UnaryOperator<byte[]> signer) {
        return StudyJson.text(
                content.deepCopy().put(SIGNATURE, Base64.getEncoder().encodeToString(signer.apply(message(content)))));
    }

    private static byte[] message(JsonNode content) {
        byte[] head = SIGNED_AS.getBytes(StandardCharsets.UTF_8);
        byte[] body = StudyJson.canonical(content);
        byte[] message = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, message, head.length, body.length);
        return message;
    }

    private static ObjectNode json(JointSummary summary) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        return switch (summary) {
            case JointSummary.ComparedArms arms -> {
                json.put("kind", ProtocolFile.TREATED_AND_WAITING)
                        .put("treated", arms.treated())
                        .put("waiting", arms.waiting())
                        .put("difference", StudyJson.decimal(arms.difference()))
                        .put("error", StudyJson.decimal(arms.error()))
                        .put("slope", StudyJson.decimal(arms.slope()))
                        .put("residualSd", StudyJson.decimal(arms.residualSd()));
                put(json, "better", arms.better());
                put(json, "worse", arms.worse());
                yield json;
            }
            case JointSummary.OwnDifferences own ->
                json.put("kind", ProtocolFile.BY_LOT)
                        .put("people", own.people())
                        .put("difference", StudyJson.decimal(own.difference()))
                        .put("error", StudyJson.decimal(own.error()))
                        .put("betweenSd", StudyJson.decimal(own.betweenSd()));
            case JointSummary.Withheld(WithheldReason reason) ->
                json.put("kind", WITHHELD).put("reason", StudyNode.code(reason));
        };
    }

    private static void put(ObjectNode json, String name, Optional<ToldShares> shares) {
        if (shares.isEmpty()) {
            json.putNull(name);
            return;
        }
        json.putObject(name)
                .put("treated", shares.get().treated())
                .put("ofTreated", shares.get().ofTreated())
                .put("waiting", shares.get().waiting())
                .put("ofWaiting", shares.get().ofWaiting());
    }

    /** Reads a contribution to this study, from somebody who takes part in it, as they signed it. */
    static Contribution read(Path file, JointProtocol protocol) {
        JsonNode node = StudyJson.read(file);
        StudyNode root = new StudyNode(ProtocolFile.name(file), node);
        ProtocolFile.requireFormat(root, FORMAT, VERSION);
        root.with(
                "format",
                "version",
                "protocol",
                "practice",
                "key",
                "madeOn",
                "number",
                "madeUp",
                "summary",
                "leftOut",
                SIGNATURE);
        if (!root.line("protocol").equals(protocol.hash())) {
            throw new BadInput(Problem.ofFile(
                    root.place(),
                    "is a contribution under another protocol: " + root.line("protocol") + ", and not "
                            + protocol.hash()));
        }
        JointPractice practice = protocol.findPractice(root.line("key"))
                .orElseThrow(() -> new BadInput(Problem.ofValue(
                        root.at("key"), root.line("key"), "is no key of a practice that the protocol names")));
        requireSignature(root, practice);
        if (!practice.name().equals(root.line("practice"))) {
            throw new BadInput(Problem.ofValue(
                    root.at("practice"), root.line("practice"), "signs by the key of " + practice.name()));
        }
        return new Contribution(
                protocol.hash(),
                practice,
                root.day("madeOn"),
                root.integer("number", 1, Integer.MAX_VALUE),
                root.yesOrNo("madeUp"),
                summary(root.object("summary"), protocol),
                leftOut(root.object("leftOut"), protocol));
    }

    private static void requireSignature(StudyNode root, JointPractice practice) {
        PublicKey key = ProtocolFile.publicKey(practice.key()).orElseThrow();
        ObjectNode content = ((ObjectNode) root.node()).deepCopy();
        content.remove(SIGNATURE);
        boolean fits;
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(message(content));
            fits = signature.verify(Base64.getDecoder().decode(root.line(SIGNATURE)));
        } catch (GeneralSecurityException | IllegalArgumentException none) {
            fits = false;
        }
        if (!fits) {
            throw new BadInput(Problem.ofFile(
                    root.place(),
                    "was changed after it was signed, or signed by another key than that of " + practice.name()));
        }
    }

    private static JointSummary summary(StudyNode of, JointProtocol protocol) {
        String kind = of.line("kind");
        if (kind.equals(WITHHELD)) {
            of.with("kind", "reason");
            return new JointSummary.Withheld(of.constant("reason", WithheldReason.values()));
        }
        String designs =
                switch (protocol.design()) {
                    case JointDesign.TreatedAndWaiting arms -> ProtocolFile.TREATED_AND_WAITING;
                    case JointDesign.ByLot lot -> ProtocolFile.BY_LOT;
                };
        if (!kind.equals(designs)) {
            throw new BadInput(Problem.ofValue(of.at("kind"), kind, "is not of the protocol's design"));
        }
        int cell = protocol.cell().people();
        if (kind.equals(ProtocolFile.BY_LOT)) {
            of.with("kind", "people", "difference", "error", "betweenSd");
            return new JointSummary.OwnDifferences(
                    of.integer("people", cell, Integer.MAX_VALUE),
                    of.number("difference", -ProtocolFile.MOST_POINTS, ProtocolFile.MOST_POINTS),
                    of.number("error", Double.MIN_NORMAL, ProtocolFile.MOST_POINTS),
                    of.number("betweenSd", 0, ProtocolFile.MOST_POINTS));
        }
        of.with("kind", "treated", "waiting", "difference", "error", "slope", "residualSd", "better", "worse");
        return new JointSummary.ComparedArms(
                of.integer("treated", cell, Integer.MAX_VALUE),
                of.integer("waiting", cell, Integer.MAX_VALUE),
                of.number("difference", -ProtocolFile.MOST_POINTS, ProtocolFile.MOST_POINTS),
                of.number("error", Double.MIN_NORMAL, ProtocolFile.MOST_POINTS),
                of.number("slope", -ProtocolFile.MOST_POINTS, ProtocolFile.MOST_POINTS),
                of.number("residualSd", 0, ProtocolFile.MOST_POINTS),
                shares(of, "better", protocol),
                shares(of, "worse", protocol));
    }

    private static Optional<ToldShares> shares(StudyNode of, String name, JointProtocol protocol) {
        if (of.isNull(name)) {
            return Optional.empty();
        }
        StudyNode shares = of.object(name).with("treated", "ofTreated", "waiting", "ofWaiting");
        int ofTreated = shares.integer("ofTreated", 0, of.integer("treated", 0, Integer.MAX_VALUE));
        int ofWaiting = shares.integer("ofWaiting", 0, of.integer("waiting", 0, Integer.MAX_VALUE));
        int treated = shares.integer("treated", 0, ofTreated);
        int waiting = shares.integer("waiting", 0, ofWaiting);
        if (!protocol.cell().tells(treated, ofTreated) || !protocol.cell().tells(waiting, ofWaiting)) {
            throw new BadInput(Problem.ofFile(
                    shares.place(), "tells of fewer people than the protocol's smallest cell; it is not to be used"));
        }
        return Optional.of(new ToldShares(treated, ofTreated, waiting, ofWaiting));
    }

    private static Map<JointLeftOut, OptionalInt> leftOut(StudyNode of, JointProtocol protocol) {
        Map<JointLeftOut, OptionalInt> leftOut = new EnumMap<>(JointLeftOut.class);
        of.with(Arrays.stream(JointLeftOut.values()).map(StudyNode::code).toArray(String[]::new));
        for (JointLeftOut why : JointLeftOut.values()) {
            OptionalInt count = of.told(StudyNode.code(why));
            if (count.isPresent() && !protocol.cell().tells(count.getAsInt())) {
                throw new BadInput(Problem.ofFile(
                        of.at(StudyNode.code(why)),
                        "tells of fewer people than the protocol's smallest cell; it is not to be used"));
            }
            leftOut.put(why, count);
        }
        return leftOut;
    }
}
