package org.stillpoint.exchange.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.stillpoint.exchange.archive.ArchiveManifest.ArchiveMember;
import org.stillpoint.exchange.archive.BadArchive.ArchiveFault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The manifest, written and read member by member: however many there are, one is in memory. */
final class ManifestJson {
    private static final String MARK = "stillpoint_archive";
    private static final int LONGEST_NAME = 1_000; // own choice, 2026: ours have some hundred letters
    private static final JsonFactory JSON = new JsonFactory();

    private ManifestJson() {}

    /** @param out is not closed */
    static void write(ArchiveManifest manifest, List<ArchiveMember> members, OutputStream out) {
        JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), new StaysOpenOut(out));
        try (json) {
            json.writeStartObject();
            json.writeNumberProperty(MARK, ArchiveManifest.FORMAT);
            json.writeNumberProperty("schema", manifest.schema());
            json.writeStringProperty("made_at", manifest.madeAt().toString());
            json.writeBooleanProperty("held_apart", manifest.heldApart());
            json.writeNumberProperty("clients", manifest.clients());
            manifest.client().ifPresent(id -> json.writeStringProperty("client", id));
            json.writeArrayPropertyStart("members");
            for (ArchiveMember member : members) {
                json.writeStartObject();
                json.writeStringProperty("name", member.name());
                json.writeNumberProperty("bytes", member.bytes());
                json.writeStringProperty("sha256", member.sha256());
                member.rows().ifPresent(rows -> json.writeNumberProperty("rows", rows));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /**
     * Reads it.
     *
     * @param each is handed every member with its place
     * @throws BadArchive if it is none, or a newer program wrote it
     */
    static ArchiveManifest read(InputStream in, ObjLongConsumer<ArchiveMember> each) {
        Map<String, String> told = new HashMap<>();
        List<ArchiveMember> tables = new ArrayList<>();
        long members = 0;
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), in)) {
            require(json.nextToken() == JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = next(json);
                if (name.equals("members")) {
                    require(value == JsonToken.START_ARRAY);
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        ArchiveMember member = member(fields(json));
                        each.accept(member, members);
                        if (member.rows().isPresent()) {
                            tables.add(member);
                        }
                        members++;
                    }
                } else {
                    require(value.isScalarValue());
                    told.put(name, String.valueOf(json.getString()));
                    requireKnown(told);
                }
            }
            return new ArchiveManifest(
                    Integer.parseInt(text(told, "schema")),
                    Instant.parse(text(told, "made_at")),
                    Optional.ofNullable(told.get("client")),
                    Boolean.parseBoolean(text(told, "held_apart")),
                    Long.parseLong(text(told, "clients")),
                    tables,
                    members);
        } catch (JacksonException | DateTimeException | NumberFormatException none) {
            throw new BadArchive(ArchiveFault.DAMAGED, ArchiveManifest.NAME, none);
        }
    }

    /** The mark stands first, so that nothing of a newer form is read. */
    private static void requireKnown(Map<String, String> told) {
        if (Integer.parseInt(text(told, MARK)) > ArchiveManifest.FORMAT) {
            throw new BadArchive(ArchiveFault.NEWER);
        }
        require(told.size() <= LONGEST_NAME);
    }

    private static Map<String, String> fields(JsonParser json) {
        Map<String, String> fields = new HashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            require(next(json).isScalarValue() && fields.size() < LONGEST_NAME);
            fields.put(name, String.valueOf(json.getString()));
        }
        return fields;
    }

    private static JsonToken next(JsonParser json) {
        JsonToken next = json.nextToken();
        if (next == null) {
            throw new BadArchive(ArchiveFault.DAMAGED, ArchiveManifest.NAME);
        }
        return next;
    }

    private static ArchiveMember member(Map<String, String> fields) {
        String name = text(fields, "name");
        require(name.length() <= LONGEST_NAME);
        return new ArchiveMember(
                name,
                Long.parseLong(text(fields, "bytes")),
                text(fields, "sha256"),
                Optional.ofNullable(fields.get("rows")).map(Long::parseLong));
    }

    private static String text(Map<String, String> fields, String name) {
        String text = fields.get(name);
        if (text == null) {
            throw new BadArchive(ArchiveFault.DAMAGED, ArchiveManifest.NAME);
        }
        return text;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new BadArchive(ArchiveFault.DAMAGED, ArchiveManifest.NAME);
        }
    }

    /** The archive goes on after its manifest. */
    private static final class StaysOpenOut extends FilterOutputStream {
        StaysOpenOut(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
