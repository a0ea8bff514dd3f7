package codeframe.feature.telling;

/** A text within its limit: whole, or its beginning up to where a character ends. Lengths are in characters of Unicode. */
record CutText(String text, long of) {
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    /** Longer chains of signs on one letter are cut in between. */
    private static final int LONGEST_CHAIN = 40;

    /**
     * @param begin of the text, at least a character longer than the limit where the text is
     * @param length of the whole text
     */
    static CutText of(String begin, long length, int limit) {
        var text = storable(begin);
        if (length <= limit) {
            return new CutText(text, length);
        }
        int[] characters = text.codePoints().toArray();
        int end = Math.min(limit, characters.length);
        for (int back = 0; back < LONGEST_CHAIN && end > 1 && isWithin(characters, end); back++) {
            end--;
        }
        return new CutText(new String(characters, 0, end), length);
    }

    boolean isCut() {
        return characters() < of;
    }

    int characters() {
        return text.codePointCount(0, text.length());
    }

    /** Whether a cut there would part an accent from its letter, or an emoji into its pieces. */
    private static boolean isWithin(int[] characters, int at) {
        return at < characters.length && (belongsBefore(characters[at]) || characters[at - 1] == ZERO_WIDTH_JOINER);
    }

    private static boolean belongsBefore(int character) {
        int type = Character.getType(character);
        return character == ZERO_WIDTH_JOINER
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || (character >= 0x1F3FB && character <= 0x1F3FF);
    }

    /** Half a pair of surrogates is no character that could be sent. */
    private static String storable(String text) {
        return text.replaceAll("\\p{Cs}", "\uFFFD");
    }
}
