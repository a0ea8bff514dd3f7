package codeframe.clip;

/** How large an image is made before its middle is cut out. */
record Resizing(Kind kind, int side) {
    enum Kind {
        /** Left as it is. */
        NONE("left as it is"),
        /** The shorter side gets the length, the other follows: nothing is distorted, the ends are cut off. */
        SHORTEST("shorter side first, then cut to the middle"),
        /** Both sides get the length: nothing is cut off, the image is squashed. */
        SQUASH("squashed to a square"),
        /** The longer side gets the length, and bars fill the square. */
        LONGEST("longer side first, with bars");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    record Size(int width, int height) {}

    Size of(int width, int height) {
        return switch (kind) {
            case NONE -> new Size(width, height);
            case SQUASH -> new Size(side, side);
            case SHORTEST -> shortest(width, height);
            case LONGEST -> longest(width, height);
        };
    }

    /** Torchvision cuts the longer side's length down to a whole number. */
    private Size shortest(int width, int height) {
        int shorter = Math.min(width, height);
        return new Size(cut(width, shorter), cut(height, shorter));
    }

    private int cut(int length, int shorter) {
        return length == shorter ? side : (int) ((double) ((long) side * length) / shorter);
    }

    /** OpenCLIP rounds half to even, as Python does. */
    private Size longest(int width, int height) {
        double ratio = Math.max((double) width / side, (double) height / side);
        return new Size((int) Math.max(1, Math.rint(width / ratio)), (int) Math.max(1, Math.rint(height / ratio)));
    }
}
