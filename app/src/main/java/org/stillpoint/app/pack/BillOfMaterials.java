package org.stillpoint.app.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an installed program is made of (CycloneDX 1.6, 2024): what the build found, and the Java runtime that goes along. */
final class BillOfMaterials {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private BillOfMaterials() {}

    static byte[] of(BuiltProgram program) throws IOException {
        if (!Files.isRegularFile(program.bill())) {
            throw new CannotPackage(
                    program.bill() + " is missing, which says what the program is made of; build it anew.");
        }
        ObjectNode bill = (ObjectNode) MAPPER.readTree(Files.readAllBytes(program.bill()));
        ObjectNode runtime = bill.withArray("components").addObject();
        runtime.put("type", "platform");
        runtime.put("bom-ref", "java-runtime");
        runtime.put("publisher", System.getProperty("java.vendor"));
        runtime.put("name", System.getProperty("java.runtime.name"));
        runtime.put("version", System.getProperty("java.runtime.version"));
        runtime.withArray("licenses").addPOJO(Map.of("expression", "GPL-2.0-only WITH Classpath-exception-2.0"));
        return MAPPER.writeValueAsBytes(bill);
    }
}
