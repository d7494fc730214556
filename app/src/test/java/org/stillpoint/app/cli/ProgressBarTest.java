package org.stillpoint.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    @Test
    void advance_afterATenthOfASecond_drawsShareAndClearsAtTheEnd() throws InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ProgressBar progress = ProgressBar.on(new PrintStream(bytes, true, StandardCharsets.UTF_8), "maps", 4)) {
            progress.advance(1);
            Thread.sleep(120);
            progress.advance(1);
        }
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(text).contains("50 % of 4 maps").endsWith("\r\u001B[2K");
    }
}
