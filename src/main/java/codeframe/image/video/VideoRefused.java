package codeframe.image.video;

/** Why a file is not taken as a video, as a sentence. */
public final class VideoRefused extends Exception {
    private static final long serialVersionUID = 1L;

    public VideoRefused(String sentence) {
        super(sentence, null, false, false);
    }
}
