package org.stillpoint.web.view;

import org.jspecify.annotations.Nullable;

/**
 * What every page needs around its own content.
 *
 * @param nonce this answer's nonce, for the one inline element there is: the import map
 * @param csrfName the form field that carries the token against forged requests
 * @param csrfToken that token
 * @param signedInAs the sign-in name, or null when nobody is signed in
 * @param demo whether this is the demo practice
 * @param theme {@code light}, {@code dark}, or empty to follow the device
 */
public record Frame(
        String nonce,
        String csrfName,
        String csrfToken,
        @Nullable String signedInAs,
        boolean demo,
        String theme) {}
