package codeframe.image.video;

import codeframe.image.store.Taken;
import java.nio.file.Path;
import java.util.List;

/** A video that was looked through, with the chosen frames as files beside it. */
public record TakenVideo(
        VideoFolder folder, VideoFacts facts, FrameRule rule, List<SeenFrame> seen, List<Frame> frames) {

    /** @param ms from the beginning of the video */
    record Frame(int ms, int shot, String sha256, Path file, Taken taken) {}

    int shotAt(int ms) {
        return rule.shotAt(seen, ms);
    }

    public String warning() {
        return String.join(" ", facts.warnings());
    }
}
