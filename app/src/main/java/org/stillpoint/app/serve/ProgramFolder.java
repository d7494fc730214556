package org.stillpoint.app.serve;

import java.nio.file.Files;
import java.nio.file.Path;
import org.stillpoint.app.cli.RunsFrom;
import org.stillpoint.web.handbook.HandbookPictures;

/** Where the program lies, and what lies beside it. */
final class ProgramFolder {
    private ProgramFolder() {}

    /** The handbook's pictures: in {@code handbook} beside the program, where the browser tests put them. */
    static HandbookPictures pictures() {
        return new HandbookPictures(folder().resolve("handbook"));
    }

    /** The folder of the program's file; where classes lie in a folder of their own, the one that the build puts that file into. */
    private static Path folder() {
        Path from = RunsFrom.file();
        Path beside = from.resolveSibling("");
        return Files.isDirectory(from) ? beside.resolve("program") : beside;
    }
}
