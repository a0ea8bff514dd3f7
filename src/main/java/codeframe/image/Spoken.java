package codeframe.image;

/**
 * A part of what is said in a video.
 *
 * @param from in milliseconds from its beginning, as {@code to}
 */
public record Spoken(long from, long to, String text) {
    private static final long MINUTE = 60_000;

    /** When it begins, as a player shows it: minutes, seconds and tenths. */
    public String time() {
        return "%d:%02d.%d".formatted(from / MINUTE, from % MINUTE / 1000, from % 1000 / 100);
    }
}
