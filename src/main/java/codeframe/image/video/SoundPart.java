package codeframe.image.video;

import java.nio.file.Path;

/**
 * A part of a sound, or all of it.
 *
 * @param file FLAC, one channel of 16,000 samples a second
 * @param from in milliseconds from the beginning of the sound, as {@code to}
 */
public record SoundPart(Path file, long from, long to) {
    public long ms() {
        return to - from;
    }

    /** Those that have begun, as they are charged. */
    public long seconds() {
        return (ms() + 999) / 1000;
    }
}
