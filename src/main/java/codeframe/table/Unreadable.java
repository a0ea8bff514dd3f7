package codeframe.table;

/** Why a table cannot be read, or not read on; the message is a sentence for whoever sent it. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    public Unreadable(String sentence) {
        super(sentence, null, false, false);
    }
}
