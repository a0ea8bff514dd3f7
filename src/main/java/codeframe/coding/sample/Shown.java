package codeframe.coding.sample;

import codeframe.web.Word;

/** What becomes of images that an earlier sample has shown its coders, or whose post it has. */
public enum Shown implements Word {
    USUAL("as the purpose asks: left out of a test"),
    LEFT_OUT("left out"),
    DRAWN_TOO("drawn like any other");

    private final String label;

    Shown(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    boolean leavesOut(Purpose purpose) {
        return this == USUAL ? purpose == Purpose.TEST : this == LEFT_OUT;
    }
}
