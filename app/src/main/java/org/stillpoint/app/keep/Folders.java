package org.stillpoint.app.keep;

import java.nio.file.Path;
import java.util.Map;

/** Where a practice is kept when nobody says otherwise: the place for application data of this kind of machine. */
public final class Folders {

    private Folders() {}

    /**
     * The folder of the practice, or of the demo practice, which never share one.
     *
     * @param environment of this process: XDG_DATA_HOME (XDG Base Directory Specification 0.8, 2021) is followed where it is absolute
     * @param home the person's home folder
     * @param system name of the operating system, as Java gives it
     */
    public static Path standard(Map<String, String> environment, Path home, String system, boolean demo) {
        String name = demo ? "stillpoint-demo" : "stillpoint";
        String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        if (!xdg.isEmpty() && Path.of(xdg).isAbsolute()) {
            return Path.of(xdg, name);
        }
        Path applications =
                system.startsWith("Mac") ? home.resolve("Library/Application Support") : home.resolve(".local/share");
        return applications.resolve(name);
    }
}
