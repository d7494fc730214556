package org.stillpoint.anatomy;

/**
 * A work that figures were taken from.
 *
 * @param id the key used in {@link Citation#source()}
 * @param taken what was taken from it
 * @param seen whether it was read or recalled
 */
public record Source(String id, String citation, String licence, String url, String taken, String seen)
        implements AtlasEntry {}
