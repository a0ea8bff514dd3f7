package codeframe.image.video;

import codeframe.image.decode.Thumbnails;
import codeframe.image.store.Picture;
import codeframe.image.store.Taken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A video that was looked through, with the chosen frames as files beside it. */
public record TakenVideo(
        VideoFolder folder, VideoFacts facts, FrameRule rule, List<SeenFrame> seen, List<Frame> frames) {

    /**
     * A chosen frame, of which nothing large is in memory.
     *
     * @param ms from the beginning of the video
     * @param file its JPEG; its thumbnails lie beside it, by their widths
     * @param taken without the thumbnails
     */
    record Frame(int ms, int shot, String sha256, Path file, Taken taken, List<Integer> widths) {
        /** Puts the thumbnails beside the frame. */
        static Frame of(int ms, int shot, String sha256, Path file, Taken whole) throws IOException {
            for (var thumbnail : whole.thumbnails()) {
                Files.write(beside(file, thumbnail.width()), thumbnail.bytes());
            }
            var widths =
                    whole.thumbnails().stream().map(Thumbnails.Thumbnail::width).toList();
            return new Frame(ms, shot, sha256, file, whole.with(List.of()), widths);
        }

        private static Path beside(Path file, int width) {
            return file.resolveSibling(file.getFileName() + "-" + width);
        }

        List<Thumbnails.Thumbnail> thumbnails() throws IOException {
            var all = new ArrayList<Thumbnails.Thumbnail>();
            for (int width : widths) {
                all.add(new Thumbnails.Thumbnail(width, Files.readAllBytes(beside(file, width))));
            }
            return all;
        }

        Picture picture() throws IOException {
            return new Picture(sha256, Files.readAllBytes(file), "", taken.with(thumbnails()));
        }
    }

    int shotAt(int ms) {
        return rule.shotAt(seen, ms);
    }

    public String warning() {
        return String.join(" ", facts.warnings());
    }
}
