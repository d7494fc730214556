package org.stillpoint.app.study;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON as studies are written in: read strictly and within bounds, whoever sent it; and in one form (RFC 8785, with numbers that every
 * program writes alike), of which hashes and signatures are.
 */
final class StudyJson {

    /** Bytes. Own choice, 2026: a protocol with 1,000 practices has 200,000. */
    static final int MOST_BYTES = 1 << 20;

    /** Numbers outside these, 0 aside, are written otherwise by other programs; dimensionless. Source: ECMA-262, Number::toString. */
    private static final double SMALLEST = 1e-6;

    private static final double LARGEST = 1e15;

    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxDocumentLength(MOST_BYTES)
            .maxNestingDepth(8)
            .maxNumberLength(32)
            .maxNameLength(64)
            .maxStringLength(4_000)
            .build();

    private static final JsonMapper READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(BOUNDS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final JsonMapper WRITER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Pattern TWICE = Pattern.compile("(?i)duplicate[^\"']*[\"']([^\"']*)[\"'].*", Pattern.DOTALL);

    private StudyJson() {}

    /** The one object in a file. */
    static JsonNode read(Path file) {
        String name = String.valueOf(file.getFileName());
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (NoSuchFileException none) {
            throw new BadInput(Problem.ofFile(name, "there is no such file"));
        } catch (IOException unreadable) {
            throw new BadInput(Problem.ofFile(name, "cannot be read"));
        }
        if (bytes.length > MOST_BYTES) {
            throw new BadInput(Problem.ofFile(name, "is larger than 1 MB; no file of a study is"));
        }
        try {
            JsonNode root = READER.readTree(bytes);
            if (root == null || !root.isObject()) {
                throw new BadInput(Problem.ofFile(name, "is not a JSON object"));
            }
            requireNumbersOfOneForm(name, root);
            return root;
        } catch (JacksonException wrong) {
            Matcher twice = TWICE.matcher(String.valueOf(wrong.getOriginalMessage()));
            throw new BadInput(
                    twice.matches()
                            ? Problem.ofValue(name, twice.group(1), "is there twice")
                            : Problem.ofFile(name, "is not JSON as studies are written in"));
        }
    }

    /** As it is written to a file: the same values as in the one form, on lines. */
    static String text(JsonNode node) {
        return WRITER.writeValueAsString(node) + "\n";
    }

    /** Writes a new file; throws where there is one. */
    static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    }

    /** The one form: names in order, no white space, UTF-8. */
    static byte[] canonical(JsonNode node) {
        StringBuilder out = new StringBuilder();
        write(node, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 of the one form, 64 hexadecimal digits. */
    static String hash(JsonNode node) {
        return hash(canonical(node));
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            String separator = "{";
            for (String name : new TreeSet<>(node.propertyNames())) {
                out.append(separator).append(quoted(name)).append(':');
                write(node.required(name), out);
                separator = ",";
            }
            out.append(separator.equals("{") ? "{}" : "}");
        } else if (node.isArray()) {
            String separator = "[";
            for (JsonNode each : node) {
                out.append(separator);
                write(each, out);
                separator = ",";
            }
            out.append(separator.equals("[") ? "[]" : "]");
        } else if (node.isNumber()) {
            out.append(number(node));
        } else {
            out.append(node.isString() ? quoted(node.asString()) : node.toString());
        }
    }

    private static String quoted(String text) {
        return WRITER.writeValueAsString(text);
    }

    private static void requireNumbersOfOneForm(String name, JsonNode node) {
        if (node.isNumber()) {
            double size = Math.abs(node.doubleValue());
            if (size != 0 && !(size >= SMALLEST && size < LARGEST)) {
                throw new BadInput(Problem.ofValue(name, node.toString(), "is too small or too large"));
            }
        }
        node.forEach(each -> requireNumbersOfOneForm(name, each));
    }

    private static String number(JsonNode node) {
        return node.doubleValue() == 0 ? "0" : decimal(node.doubleValue()).toPlainString();
    }

    /** The shortest decimal that is read as this number, without zeros at its end. */
    static BigDecimal decimal(double value) {
        BigDecimal shortest = BigDecimal.valueOf(value).stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
