package org.stillpoint.record.note;

import org.stillpoint.record.PrivateText;

/**
 * That a note had stood in another client's record.
 *
 * @param from there
 * @param reason why it was moved
 * @param by who moved it
 */
public record NoteCopy(OtherRecord from, PrivateText reason, SignedAs by) {}
