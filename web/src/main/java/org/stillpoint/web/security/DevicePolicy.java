package org.stillpoint.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.security.web.header.HeaderWriter;

/**
 * What a page may ask of the device it is read on: nothing; the page of a session the microphone, for speech that is recognised on the device
 * itself.
 */
final class DevicePolicy implements HeaderWriter {
    private static final String NAME = "Permissions-Policy";
    private static final String ELSE = "camera=(), geolocation=(), payment=(), usb=(), interest-cohort=()";
    private static final Pattern SESSION = Pattern.compile("/sessions/[0-9a-f-]{36}");

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        boolean speech = SESSION.matcher(request.getRequestURI()).matches();
        response.setHeader(
                NAME,
                (speech
                                ? "microphone=(self), on-device-speech-recognition=(self), "
                                : "microphone=(), on-device-speech-recognition=(), ")
                        + ELSE);
    }
}
