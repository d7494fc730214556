package org.stillpoint.web.body;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.Evidence;
import org.stillpoint.practice.body.HoldReading;
import org.stillpoint.words.Speaker;

/**
 * Hands the body's tables to whoever is signed in. They change only with the anatomy or the program: they are asked after each
 * time and seldom sent again.
 */
@RestController
class BodyController {

    private final Atlas atlas;
    private final HoldReading reading;
    private final Speaker speaker;
    private final Map<Locale, BodyGeometry> geometries = new ConcurrentHashMap<>();

    BodyController(Atlas atlas, HoldReading reading, Speaker speaker) {
        this.atlas = atlas;
        this.speaker = speaker;
        this.reading = reading;
    }

    @GetMapping(path = "/body/anatomy.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Nullable
    ResponseEntity<byte[]> anatomy(WebRequest request) {
        BodyGeometry geometry = geometries.computeIfAbsent(speaker.locale(), locale -> BodyGeometry.of(atlas, locale));
        return answer(geometry::json, geometry.hash(), request);
    }

    /** The influence matrix as little-endian 32-bit floats, row by row, muscles in the order of the atlas. */
    @GetMapping(path = "/body/influence.bin", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Nullable
    ResponseEntity<byte[]> influence(
            @RequestParam(name = "without", defaultValue = "") Set<Evidence> without, WebRequest request) {
        byte[] bytes = floats(reading.tensions(without));
        return answer(() -> bytes, BodyGeometry.hashOf(bytes), request);
    }

    /** The rotations of the joints, rad per unit contraction: a row for each axis (x, y, z) of each joint, then as above. */
    @GetMapping(path = "/body/joints.bin", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Nullable
    ResponseEntity<byte[]> joints(
            @RequestParam(name = "without", defaultValue = "") Set<Evidence> without, WebRequest request) {
        byte[] bytes = floats(reading.rotations(without));
        return answer(() -> bytes, BodyGeometry.hashOf(bytes), request);
    }

    /** As the page reads them: 32-bit floats, little-endian. */
    private static byte[] floats(double[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            buffer.putFloat((float) value);
        }
        return buffer.array();
    }

    private static @Nullable ResponseEntity<byte[]> answer(Supplier<byte[]> content, String hash, WebRequest request) {
        // Weak, because the server leaves bodies with a strong tag uncompressed.
        String tag = "W/\"" + hash + "\"";
        if (request.checkNotModified(tag)) {
            return null;
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(tag)
                .body(content.get());
    }
}
