package org.stillpoint.web.body;

import java.time.Duration;
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

    BodyController(BodyGeometry geometry) {
        this.geometry = geometry;
    }

    @GetMapping(path = ANATOMY, produces = MediaType.APPLICATION_JSON_VALUE)
    @Nullable
    ResponseEntity<byte[]> anatomy(@RequestParam(name = "v", defaultValue = "") String version, WebRequest request) {
        // Weak, because the server leaves bodies with a strong tag uncompressed.
        String tag = "W/\"" + geometry.hash() + "\"";
        if (request.checkNotModified(tag)) {
            return null;
        }
        CacheControl cache = version.equals(geometry.hash())
                ? CacheControl.maxAge(FOR_GOOD).cachePublic().immutable()
                : CacheControl.noCache().cachePublic();
        return ResponseEntity.ok().cacheControl(cache).eTag(tag).body(geometry.json());
    }
}
