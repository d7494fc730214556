package org.stillpoint.web.view;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that came with a form.
 *
 * @param name as the browser calls it; may be blank
 */
public record SentFile(String name, byte[] bytes) {

    /** Bytes of a file as it is sent; with its fields, or held in a page, it stays below what any request here may have. */
    private static final int MOST_BYTES = 150_000;

    /** The one that was chosen; empty where none was. */
    public static Optional<SentFile> of(HttpServletRequest request) throws IOException, ServletException {
        String type = request.getContentType();
        if (type == null || !type.startsWith("multipart/form-data")) {
            return Optional.empty();
        }
        Part part = request.getPart("file");
        return part == null || part.getSize() == 0
                ? Optional.empty()
                : Optional.of(new SentFile(
                        Objects.requireNonNullElse(part.getSubmittedFileName(), ""),
                        part.getInputStream().readAllBytes()));
    }

    /** The one that the page held since it was sent before; empty where it held none. */
    public static Optional<SentFile> heldIn(Form form) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(form.raw("held"));
            return bytes.length == 0 ? Optional.empty() : Optional.of(new SentFile(form.raw("name"), bytes));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    public boolean isTooLarge() {
        return bytes.length > MOST_BYTES;
    }

    /** The same, called so where it has no name. */
    public SentFile orCalled(String usual) {
        return name.isBlank() ? new SentFile(usual, bytes) : this;
    }
}
