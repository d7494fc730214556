package org.stillpoint.record.whole;

import java.io.IOException;
import java.io.OutputStream;

/** Encrypts what leaves, so that a passphrase opens it and nothing else. */
public interface UnderPassphrase {

    /** Writes what goes inside. */
    interface WritesInside {
        void to(OutputStream out) throws IOException;
    }

    /** Writes all of it; the stream is flushed, and not closed. */
    void write(OutputStream out, String passphrase, WritesInside inside) throws IOException;
}
