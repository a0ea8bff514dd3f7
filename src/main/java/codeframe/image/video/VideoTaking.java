package codeframe.image.video;

import codeframe.image.decode.ImageDecoder;
import codeframe.image.decode.VideoFormat;
import codeframe.image.store.Taken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes of a video in its folder what is kept of it. For any number of threads. */
public final class VideoTaking {
    private final VideoReader reader;
    private final ImageDecoder decoder;

    public VideoTaking(VideoReader reader, ImageDecoder decoder) {
        this.reader = reader;
        this.decoder = decoder;
    }

    public VideoReader reader() {
        return reader;
    }

    /** @throws VideoRefused when no frame of it can be had, or it goes beyond the limits */
    public TakenVideo take(VideoFolder folder, VideoFormat format, FrameRule rule) throws IOException, VideoRefused {
        synchronized (folder) {
            return taken(folder, format, rule);
        }
    }

    private TakenVideo taken(VideoFolder folder, VideoFormat format, FrameRule rule) throws IOException, VideoRefused {
        var seen = reader.look(folder, format, rule);
        var chosen = rule.choose(seen.frames()).stream()
                .sorted(Comparator.comparingInt(one -> one.frame().number()))
                .toList();
        var files = files(
                folder,
                format,
                seen,
                chosen.stream().map(FrameRule.Chosen::frame).toList());
        var frames = new ArrayList<TakenVideo.Frame>();
        for (int i = 0; i < files.size(); i++) {
            byte[] jpeg = Files.readAllBytes(files.get(i));
            var taken = Taken.of(decoder, jpeg);
            if (taken.isPicture()) {
                var one = chosen.get(i);
                frames.add(TakenVideo.Frame.of(one.frame().ms(), one.shot(), Taken.sha256(jpeg), files.get(i), taken));
            }
        }
        frames.sort(Comparator.comparingInt(TakenVideo.Frame::ms));
        if (frames.isEmpty()) {
            throw new VideoRefused("The frames of this video could not be written as pictures.");
        }
        var facts = frames.size() == chosen.size()
                ? seen.facts()
                : seen.facts()
                        .warned("Only %d of the %d chosen frames could be written as pictures."
                                .formatted(frames.size(), chosen.size()));
        return new TakenVideo(folder, facts, rule, seen.frames(), frames);
    }

    private List<Path> files(VideoFolder folder, VideoFormat format, VideoReader.Seen seen, List<SeenFrame> chosen)
            throws IOException, VideoRefused {
        var early = seen.early().isEmpty()
                ? Optional.<List<Path>>empty()
                : seen.early().get().files(seen.listing(), chosen);
        return early.isPresent() ? early.get() : reader.take(folder, format, chosen);
    }
}
