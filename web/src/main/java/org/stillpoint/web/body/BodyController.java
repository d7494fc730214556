package org.stillpoint.web.body;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.stillpoint.anatomy.Evidence;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.strain.Influence;

/**
 * Hands the body's tables to whoever is signed in. They change only with the anatomy or the program: they are asked after each
 * time and seldom sent again.
 */
@RestController
class BodyController {

    private final BodyGeometry geometry;
    private final StandardBody strain;

    BodyController(BodyGeometry geometry, StandardBody strain) {
        this.geometry = geometry;
        this.strain = strain;
    }

    @GetMapping(path = "/body/anatomy.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Nullable
    ResponseEntity<byte[]> anatomy(WebRequest request) {
        return answer(geometry::json, geometry.hash(), request);
    }

    /** The influence matrix as little-endian 32-bit floats, row by row, muscles in the order of the atlas. */
    @GetMapping(path = "/body/influence.bin", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Nullable
    ResponseEntity<byte[]> influence(
            @RequestParam(name = "without", defaultValue = "") Set<Evidence> without, WebRequest request) {
        byte[] bytes = strain.influence(without).tensionBytes();
        return answer(() -> bytes, BodyGeometry.hashOf(bytes), request);
    }

    /** The rotations of the joints, rad per unit contraction: a row for each axis (x, y, z) of each joint, then as above. */
    @GetMapping(path = "/body/joints.bin", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Nullable
    ResponseEntity<byte[]> joints(
            @RequestParam(name = "without", defaultValue = "") Set<Evidence> without, WebRequest request) {
        byte[] bytes = rotations(strain.influence(without));
        return answer(() -> bytes, BodyGeometry.hashOf(bytes), request);
    }

    private static byte[] rotations(Influence influence) {
        int muscles = influence.muscles().size();
        ByteBuffer buffer =
                ByteBuffer.allocate(4 * 3 * influence.joints().size() * muscles).order(ByteOrder.LITTLE_ENDIAN);
        for (int joint = 0; joint < influence.joints().size(); joint++) {
            for (int axis = 0; axis < 3; axis++) {
                for (int by = 0; by < muscles; by++) {
                    buffer.putFloat((float) influence.rotation(joint, axis, by));
                }
            }
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
