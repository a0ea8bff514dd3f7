package codeframe.image.video;

import java.time.Duration;

/**
 * How far a video is followed.
 *
 * @param bytes of the file
 * @param pixels of one frame
 * @param frames that are decoded
 * @param time that one pass of ffmpeg over the file may take
 */
public record VideoLimits(long bytes, long pixels, int frames, Duration time) {
    /** Two hours at 30 frames a second. */
    public static final int FRAMES = 216_000;

    private static final long LARGEST_FRAME = 36_000_000;

    /** A decoder keeps up to sixteen frames at once, so that a frame may be less large than a picture. */
    public static VideoLimits of(long bytes, long pixels, Duration time) {
        return new VideoLimits(bytes, Math.min(pixels, LARGEST_FRAME), FRAMES, time);
    }
}
