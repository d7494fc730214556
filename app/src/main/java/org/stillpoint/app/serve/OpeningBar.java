package org.stillpoint.app.serve;

import org.jspecify.annotations.Nullable;
import org.stillpoint.app.cli.ProgressBar;

/** Shows how far the store has come where an older database takes time to be brought up to this program. */
final class OpeningBar implements org.stillpoint.store.Progress, AutoCloseable {
    private @Nullable ProgressBar bar;
    private int before;

    @Override
    public void done(int done, int all) {
        ProgressBar shown = bar;
        if (shown == null) {
            shown = ProgressBar.of("clients brought up to this program", all);
            bar = shown;
        }
        shown.advance(done - before);
        before = done;
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
