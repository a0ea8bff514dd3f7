package codeframe.coding.sample;

import codeframe.image.ImageFilter;
import java.util.List;

/**
 * A sample as somebody asks for it, in words that may be wrong.
 *
 * @param shown what becomes of images that coders of an earlier sample were shown
 */
public record SampleRequest(
        String name,
        String purpose,
        String design,
        ImageFilter images,
        String shown,
        By by,
        String size,
        String seed,
        Work work,
        Guess guess) {

    /** @param of the run's coder and the variable, as {@code 7:image_type} */
    public record By(String by, String of, String floor) {}

    /**
     * The coding.
     *
     * @param people users by their numbers
     * @param overlap per cent of the images that several people code
     */
    public record Work(
            List<String> variables,
            List<String> people,
            String codersEach,
            String overlap,
            boolean hidePost,
            String goldRule,
            Again again) {}

    /**
     * What comes to its coders a second time.
     *
     * @param amount nothing where it is empty or 0
     * @param unit of the amount, {@link #PERCENT} or {@link #IMAGES}
     */
    public record Again(String amount, String unit, String days) {
        public static final String PERCENT = "percent";
        public static final String IMAGES = "images";
        public static final Again NEVER = new Again("0", PERCENT, "14");
    }

    /** What is assumed to foresee the precision, all in per cent. */
    public record Guess(String agreement, String f1, String prevalence) {
        public static final Guess USUAL = new Guess("85", "80", "10");
    }
}
