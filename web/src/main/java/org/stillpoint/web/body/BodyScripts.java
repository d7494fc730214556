package org.stillpoint.web.body;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The scripts that draw the body, as one name that changes with any of them. */
final class BodyScripts {

    private BodyScripts() {}

    /** @throws IllegalStateException if the scripts are not among the program's files */
    static String hash() {
        try {
            Resource[] scripts =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:static/script/body/*.js");
            if (scripts.length == 0) {
                throw new IllegalStateException("The scripts that draw the body are missing: static/script/body/*.js.");
            }
            Arrays.sort(scripts, Comparator.comparing(script -> String.valueOf(script.getFilename())));
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (Resource script : scripts) {
                all.writeBytes(script.getContentAsByteArray());
            }
            return BodyGeometry.hashOf(all.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
