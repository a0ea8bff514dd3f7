package codeframe.clip;

/** A model directory that cannot be used; the message is the sentence people read. */
public final class BrokenModel extends RuntimeException {
    public BrokenModel(String sentence) {
        super(sentence);
    }

    public BrokenModel(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
