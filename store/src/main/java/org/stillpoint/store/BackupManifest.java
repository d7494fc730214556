package org.stillpoint.store;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stillpoint.store.RowStream.CountedRows;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a backup says of itself, after its rows and under the same key: none but a holder of the master key can have written it.
 *
 * @param tables each with the number and the hash of its rows
 */
record BackupManifest(Map<String, CountedRows> tables) {
    private static final int LONGEST = 1 << 20; // own choice, 2026: some tables are far less

    void write(OutputStream out) throws IOException {
        ObjectNode json = Json.object();
        tables.forEach((name, counted) ->
                json.putObject(name).put("rows", counted.rows()).put("sha256", counted.sha256()));
        byte[] bytes = Json.bytes(json);
        DataOutputStream plain = new DataOutputStream(out);
        plain.writeInt(bytes.length);
        plain.write(bytes);
        plain.flush();
    }

    static BackupManifest read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("no manifest");
        }
        JsonNode json = Json.parse(in.readNBytes(length));
        Map<String, CountedRows> tables = new LinkedHashMap<>();
        json.properties()
                .forEach(table -> tables.put(
                        table.getKey(),
                        new CountedRows(
                                table.getValue().required("rows").asLong(), Json.text(table.getValue(), "sha256"))));
        return new BackupManifest(tables);
    }
}
