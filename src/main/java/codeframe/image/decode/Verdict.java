package codeframe.image.decode;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Function;

/** What became of the bytes of one file: a picture, or a sentence that says why not. */
public sealed interface Verdict {

    <T> T map(Function<Picture, T> picture, Function<Rejected, T> rejected);

    /**
     * A decoded picture.
     *
     * @param asStored the pixels as the file holds them, always {@code TYPE_3BYTE_BGR} on white: what CLIP sees
     * @param damage what is wrong with a picture that can be shown all the same; empty when it is whole
     */
    record Picture(ImageFormat format, BufferedImage asStored, Orientation orientation, List<String> damage)
            implements Verdict {

        /** The same as the first frame of an animation in its place. */
        Picture on(AnimationCanvas screen) {
            return new Picture(format, screen.with(asStored), orientation, damage);
        }

        /** The pixels as a person should see them. */
        public BufferedImage upright() {
            return orientation.turn(asStored);
        }

        public int width() {
            return orientation.swapsAxes() ? asStored.getHeight() : asStored.getWidth();
        }

        public int height() {
            return orientation.swapsAxes() ? asStored.getWidth() : asStored.getHeight();
        }

        @Override
        public <T> T map(Function<Picture, T> picture, Function<Rejected, T> rejected) {
            return picture.apply(this);
        }
    }

    record Rejected(String reason) implements Verdict {
        @Override
        public <T> T map(Function<Picture, T> picture, Function<Rejected, T> rejected) {
            return rejected.apply(this);
        }
    }
}
