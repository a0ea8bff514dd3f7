package codeframe.image.archive;

/** An archive, or one entry of it, that cannot be read; the message is a sentence for the person who packed it. */
public final class BadZip extends Exception {
    BadZip(String sentence) {
        super(sentence);
    }
}
