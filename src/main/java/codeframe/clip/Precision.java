package codeframe.clip;

import java.util.Locale;

/** What the image tower computes with. The text tower always uses fp32: it has little to do. */
public enum Precision {
    /** Whichever of the other two is faster on this machine. */
    AUTO,
    /** Exactly reproducible on another machine up to rounding in the sixth digit. */
    FP32,
    /** About three digits in each step; vectors agree with fp32 to a cosine of 0.99999. */
    BF16;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
