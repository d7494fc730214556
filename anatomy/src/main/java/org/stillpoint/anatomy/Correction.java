package org.stillpoint.anatomy;

/**
 * A figure of a table that was replaced by a better one, with the reason.
 *
 * @param file name of the table's file
 * @param row id of the row
 * @param column name of the column
 * @param before what the table says
 * @param after what is used instead
 * @param source keys of {@link Source}, several joined by {@code ;}
 * @param grade how the new figure was got
 * @param reason one sentence
 */
public record Correction(
        String file,
        String row,
        String column,
        String before,
        String after,
        String source,
        String grade,
        String reason) {}
