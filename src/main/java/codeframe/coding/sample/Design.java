package codeframe.coding.sample;

import codeframe.web.Word;

/** How the images of a sample were chosen. */
public enum Design implements Word {
    SIMPLE("Simple random"),
    STRATIFIED("Stratified random"),
    HANDPICKED("Hand-picked");

    private final String label;

    Design(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
