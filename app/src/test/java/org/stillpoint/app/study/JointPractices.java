package org.stillpoint.app.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.stillpoint.evidence.joint.JointSummary;
import org.stillpoint.practice.joint.JointProtocol;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Practices of a study with keys of Java's own making, and the protocol that names them. */
final class JointPractices {
    static final LocalDate FROM = LocalDate.of(2026, 1, 5);
    static final LocalDate TO = LocalDate.of(2026, 3, 31);
    private static final Instant SEALED = Instant.parse("2025-12-01T00:00:00Z");

    private final List<KeyPair> keys = new ArrayList<>();

    JointPractices(int practices) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            for (int i = 0; i < practices; i++) {
                keys.add(generator.generateKeyPair());
            }
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static String name(int practice) {
        return "Practice " + (practice + 1);
    }

    String key(int practice) {
        return Base64.getEncoder().encodeToString(keys.get(practice).getPublic().getEncoded());
    }

    byte[] sign(int practice, byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.get(practice).getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The draft of {@code study new --example}, with the dates above and these practices. */
    ObjectNode draft(String kind) {
        ObjectNode draft =
                (ObjectNode) JsonMapper.shared().readTree(StudyCommand.class.getResourceAsStream(kind + ".json"));
        draft.putObject("period").put("from", FROM.toString()).put("to", TO.toString());
        draft.putObject("people");
        ArrayNode practices = draft.putArray("practices");
        for (int i = 0; i < keys.size(); i++) {
            practices.addObject().put("name", name(i)).put("key", key(i));
        }
        return draft;
    }

    /** Sealed, in a file of its own. */
    Path protocol(Path folder, ObjectNode draft) throws IOException {
        Path drafted = Files.createTempFile(folder, "draft", ".json");
        Files.writeString(drafted, draft.toString());
        Path sealed = Files.createTempFile(folder, "protocol", ".json");
        Files.writeString(sealed, ProtocolFile.seal(drafted, SEALED));
        return sealed;
    }

    Contribution contribution(JointProtocol protocol, int practice, JointSummary summary) {
        return new Contribution(
                protocol.hash(),
                protocol.practices().get(practice),
                LocalDate.of(2026, 11, 30),
                1,
                false,
                summary,
                Map.of());
    }

    Path signed(Path folder, Contribution contribution, int by) throws IOException {
        Path file = Files.createTempFile(folder, "contribution", ".json");
        Files.writeString(
                file, ContributionFile.signed(ContributionFile.content(contribution), message -> sign(by, message)));
        return file;
    }
}
