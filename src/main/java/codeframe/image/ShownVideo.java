package codeframe.image;

import java.util.List;

/**
 * What a player has to know of a video beside its files.
 *
 * @param rate frames a second
 * @param ms how long it is
 */
public record ShownVideo(double rate, int ms, List<Frame> frames) {
    private static final double USUAL_RATE = 25;

    /** @param at when it is seen, in words */
    public record Frame(int ms, String at, String small) {}

    static ShownVideo of(long project, List<UnitPictures.VideoFrame> frames) {
        var video = frames.get(0);
        return new ShownVideo(
                video.rate() > 0 ? video.rate() : USUAL_RATE,
                video.durationMs(),
                frames.stream()
                        .filter(frame -> frame.frame() != null)
                        .map(frame -> new Frame(
                                frame.ms(), ClockText.exactly(frame.ms()), ShownPicture.small(project, frame.frame())))
                        .toList());
    }
}
