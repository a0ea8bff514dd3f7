package codeframe.llm.ask;

/**
 * What of the post of an image is sent with it; nothing unless somebody chooses so, because captions and accounts name people.
 *
 * @param transcript what is said in the video that it is, or is a frame of
 * @param pictures how many other pictures of the post at most
 */
public record PostTerms(boolean caption, boolean account, boolean date, boolean transcript, int pictures) {
    public static final PostTerms NOTHING = new PostTerms(false, false, false, false, 0);

    /** More than the longest carousels have. */
    public static final int MOST_PICTURES = 20;

    /** What is sent of a caption at most. */
    public static final int MOST_CHARACTERS = 4000;

    /** What is sent of a transcript at most: some ten minutes of speech. */
    public static final int MOST_SPOKEN = 12_000;

    /** In three characters a token, with what stands around them. */
    private static final int MOST_TOKENS = MOST_CHARACTERS / 3 + 100;

    boolean tells() {
        return tellsPost() || transcript;
    }

    boolean tellsPost() {
        return caption || account || date;
    }

    public boolean asks() {
        return tells() || pictures > 0;
    }

    /** What the words can take of a model's input. */
    int tokensAtMost() {
        return (tellsPost() ? MOST_TOKENS : 0) + (transcript ? MOST_SPOKEN / 3 : 0);
    }
}
