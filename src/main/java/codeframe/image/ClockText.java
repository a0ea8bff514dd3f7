package codeframe.image;

/** Places within a video as players write them. */
public final class ClockText {
    private ClockText() {}

    /** "0:07", "1:05", "1:02:03" */
    public static String of(long ms) {
        long seconds = ms / 1000;
        long minutes = seconds / 60;
        return minutes < 60
                ? "%d:%02d".formatted(minutes, seconds % 60)
                : "%d:%02d:%02d".formatted(minutes / 60, minutes % 60, seconds % 60);
    }

    /** "0:07.040", to tell frames apart. */
    public static String exactly(long ms) {
        return "%s.%03d".formatted(of(ms), ms % 1000);
    }
}
