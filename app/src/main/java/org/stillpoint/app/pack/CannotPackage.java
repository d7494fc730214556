package org.stillpoint.app.pack;

/** Something that packaging needs is missing on this machine, told in a sentence. */
final class CannotPackage extends RuntimeException {
    CannotPackage(String sentence) {
        super(sentence);
    }
}
