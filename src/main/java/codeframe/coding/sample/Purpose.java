package codeframe.coding.sample;

import codeframe.web.Word;
import java.util.List;

/** What a sample is for. */
public enum Purpose implements Word {
    PILOT("Pilot", "To try the codebook and see where coders disagree."),
    DEV("Development", "To compare prompts and models while they are being worked on."),
    TEST("Test", "To measure a machine once: its results stay sealed until the sample is opened."),
    AUDIT("Audit", "To look over codes that are there already."),
    TRAINING("Training", "To train coders and to take examples from.");

    private final String label;
    private final String sentence;

    Purpose(String label, String sentence) {
        this.label = label;
        this.sentence = sentence;
    }

    public String label() {
        return label;
    }

    public String sentence() {
        return sentence;
    }

    /** Samples whose posts must not be in this one: what a model was tuned on cannot test it. */
    public List<String> opposites() {
        return switch (this) {
            case TEST -> List.of(DEV.word(), TRAINING.word());
            case DEV, TRAINING -> List.of(TEST.word());
            case PILOT, AUDIT -> List.of();
        };
    }
}
