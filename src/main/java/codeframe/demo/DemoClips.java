package codeframe.demo;

import codeframe.image.video.PictureClip;
import codeframe.image.video.VideoRefused;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Two short videos of drawn scenes that the camera pans over. */
final class DemoClips {
    private static final int SIZE = 480;
    private static final int RATE = 6;
    private static final int PICTURES_OF_A_SHOT = 9;
    /** Pixels from one picture to the next. */
    private static final int PAN = 6;

    /** A video before it is made. */
    private record Script(String id, String account, Instant postedAt, String text, List<Kind> shots, long seed) {}

    private static final List<Script> SCRIPTS = List.of(
            new Script(
                    "26510001600000001",
                    "riverside_party",
                    Instant.parse("2021-09-24T17:30:00Z"),
                    "A look back at last night in Lindenfels. Thank you all for coming.",
                    List.of(Kind.RALLY, Kind.LECTERN, Kind.CONVENTION),
                    7_000_001),
            new Script(
                    "26510001600000002",
                    "mara.lindqvist",
                    Instant.parse("2021-09-25T08:05:00Z"),
                    "From door to door, one more day.",
                    List.of(Kind.STREET_TALK, Kind.HANDSHAKE, Kind.SELFIE),
                    7_000_101));

    /** A video with its post. */
    record Clip(String id, String account, Instant postedAt, String text, byte[] bytes) {
        String file() {
            return account + "/" + id + ".mp4";
        }
    }

    private DemoClips() {}

    /** @throws VideoRefused with why there are none */
    static List<Clip> all(PictureClip maker) throws IOException, VideoRefused {
        var clips = new ArrayList<Clip>();
        for (var script : SCRIPTS) {
            var bytes = maker.of(pictures(script), RATE);
            clips.add(new Clip(script.id(), script.account(), script.postedAt(), script.text(), bytes));
        }
        return clips;
    }

    private static List<byte[]> pictures(Script script) throws IOException {
        int width = SIZE + PAN * PICTURES_OF_A_SHOT;
        var pictures = new ArrayList<byte[]>();
        for (int shot = 0; shot < script.shots().size(); shot++) {
            BufferedImage scene = Scene.draw(script.shots().get(shot), width, SIZE, script.seed() + 2L * shot)
                    .image();
            for (int i = 0; i < PICTURES_OF_A_SHOT; i++) {
                pictures.add(DemoArchive.jpeg(copy(scene.getSubimage(i * PAN, 0, SIZE, SIZE))));
            }
        }
        return pictures;
    }

    /** A part of a picture would be written with the whole of it. */
    private static BufferedImage copy(BufferedImage part) {
        var copy = new BufferedImage(part.getWidth(), part.getHeight(), BufferedImage.TYPE_INT_RGB);
        part.copyData(copy.getRaster());
        return copy;
    }
}
