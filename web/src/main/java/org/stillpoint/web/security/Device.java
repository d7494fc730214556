package org.stillpoint.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.stillpoint.words.DeviceWords;

/**
 * The device of a sign-in by what its browser calls itself: enough for a person to know it again, and no more is kept.
 *
 * @param browser its kind
 * @param system its kind
 */
public record Device(DeviceWords browser, DeviceWords system) {

    private static final String BETWEEN = " ";

    /** By what they call themselves; a browser that pretends to be others too comes before them. */
    private enum Sign {
        EDGE("Edg", DeviceWords.EDGE),
        FIREFOX("Firefox/", DeviceWords.FIREFOX),
        FIREFOX_ON_IOS("FxiOS/", DeviceWords.FIREFOX),
        CHROME("Chrome/", DeviceWords.CHROME),
        CHROME_ON_IOS("CriOS/", DeviceWords.CHROME),
        SAFARI("Safari/", DeviceWords.SAFARI);

        private final String part;
        private final DeviceWords browser;

        Sign(String part, DeviceWords browser) {
            this.part = part;
            this.browser = browser;
        }
    }

    private enum SystemSign {
        IPHONE("iPhone", DeviceWords.IPHONE),
        IPAD("iPad", DeviceWords.IPAD),
        ANDROID("Android", DeviceWords.ANDROID),
        WINDOWS("Windows", DeviceWords.WINDOWS),
        MAC("Mac OS", DeviceWords.MAC),
        LINUX("Linux", DeviceWords.LINUX);

        private final String part;
        private final DeviceWords system;

        SystemSign(String part, DeviceWords system) {
            this.part = part;
            this.system = system;
        }
    }

    /** As it is kept of a request. */
    static String of(HttpServletRequest request) {
        String says = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        return Arrays.stream(Sign.values())
                        .filter(sign -> says.contains(sign.part))
                        .map(sign -> sign.browser)
                        .findFirst()
                        .orElse(DeviceWords.BROWSER)
                        .name()
                + BETWEEN
                + Arrays.stream(SystemSign.values())
                        .filter(sign -> says.contains(sign.part))
                        .map(sign -> sign.system)
                        .findFirst()
                        .orElse(DeviceWords.SYSTEM)
                        .name();
    }

    /** As it was kept. */
    public static Device kept(String text) {
        String[] parts = text.split(BETWEEN, -1);
        return new Device(named(parts[0], DeviceWords.BROWSER), named(parts[parts.length - 1], DeviceWords.SYSTEM));
    }

    private static DeviceWords named(String name, DeviceWords otherwise) {
        return Arrays.stream(DeviceWords.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }
}
