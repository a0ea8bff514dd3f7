package codeframe.image;

import codeframe.web.Problem;

/**
 * Which frames of videos a filter lets through.
 *
 * @param text empty for none: a video stands for its frames; {@code with} them, {@code only} them, or those of the video of
 *     this number
 */
public record FramesShown(String text) {
    public static final String WITH = "with";
    public static final String ONLY = "only";

    static FramesShown of(String text) {
        if (!text.isEmpty() && !text.equals(WITH) && !text.equals(ONLY)) {
            return new FramesShown(Long.toString(video(text)));
        }
        return new FramesShown(text);
    }

    private static long video(String text) {
        if (text.matches("[1-9]\\d{0,17}")) {
            return Long.parseLong(text);
        } else {
            throw new Problem.Invalid(
                    "The filter \"frames\" may be with, only, or the number of a video, not \"" + text + "\".");
        }
    }

    public boolean isWith() {
        return text.equals(WITH);
    }

    public boolean ofVideo() {
        return !text.isEmpty() && Character.isDigit(text.charAt(0));
    }

    String inWords() {
        return switch (text) {
            case WITH -> "frames of videos too";
            case ONLY -> "frames of videos only";
            default -> "frames of video " + text;
        };
    }
}
