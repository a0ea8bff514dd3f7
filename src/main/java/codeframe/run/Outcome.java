package codeframe.run;

import codeframe.web.Word;

/** What became of one image in one run; every image ends in exactly one. */
public enum Outcome implements Word {
    CODED("coded"),
    PARTLY_CODED("partly coded"),
    REFUSED("refused"),
    INVALID_ANSWER("invalid answer"),
    TRUNCATED("answer cut off"),
    UNREADABLE_IMAGE("unreadable image"),
    REQUEST_FAILED("request failed"),
    /** Fewer voters than were asked for said something of the image. */
    TOO_FEW_VOTES("too few votes"),
    /** None of its images has a code that could be lifted. */
    NO_CODES("no codes to lift"),
    /** Nothing is known of the image by which it could be judged; nobody was asked. */
    NO_FEATURES("no features"),
    /** An error of ours; the image's sentence says what is known. */
    FAILED("failed"),
    /** The run was cancelled before the image's turn. */
    CANCELLED("left out, run cancelled");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean hasCodes() {
        return this == CODED || this == PARTLY_CODED;
    }
}
