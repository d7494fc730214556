package org.stillpoint.web.body;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Hands the body's tables to the page: for good under an address with their hash, else asked after each time. */
@RestController
class BodyController {

    static final String ANATOMY = "/body/anatomy.json";
    private static final Duration FOR_GOOD = Duration.ofDays(365);

    private final BodyGeometry geometry;
    private final BodyInfluence influence;

    BodyController(BodyGeometry geometry, BodyInfluence influence) {
        this.geometry = geometry;
        this.influence = influence;
    }

    @GetMapping(path = ANATOMY, produces = MediaType.APPLICATION_JSON_VALUE)
    @Nullable
    ResponseEntity<byte[]> anatomy(@RequestParam(name = "v", defaultValue = "") String version, WebRequest request) {
        return answer(geometry::json, geometry.hash(), version, request);
    }

    /** The influence matrix changes only with the anatomy or the program: it is asked after each time and seldom sent again. */
    @GetMapping(path = "/body/influence.bin", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Nullable
    ResponseEntity<byte[]> influence(WebRequest request) {
        byte[] bytes = influence.bytes();
        return answer(() -> bytes, BodyGeometry.hashOf(bytes), "", request);
    }

    private static @Nullable ResponseEntity<byte[]> answer(
            Supplier<byte[]> content, String hash, String version, WebRequest request) {
        // Weak, because the server leaves bodies with a strong tag uncompressed.
        String tag = "W/\"" + hash + "\"";
        if (request.checkNotModified(tag)) {
            return null;
        }
        CacheControl cache = version.equals(hash)
                ? CacheControl.maxAge(FOR_GOOD).cachePublic().immutable()
                : CacheControl.noCache().cachePublic();
        return ResponseEntity.ok().cacheControl(cache).eTag(tag).body(content.get());
    }
}
