package codeframe.codebook;

import codeframe.web.NumberText;
import codeframe.web.Word;
import java.util.Locale;

/** What a variable is asked of, and what figures about it count. A post or a video is coded under one image, its lead. */
public enum Unit implements Word {
    IMAGE("Each image", "image", "images", "Bild", "Bilder"),
    POST("Each post, with all its pictures", "post", "posts", "Beitrag", "Beiträge"),
    VIDEO("Each video", "video", "videos", "Video", "Videos");

    private final String title;
    private final String one;
    private final String many;
    private final String eines;
    private final String viele;

    Unit(String title, String one, String many, String eines, String viele) {
        this.title = title;
        this.one = one;
        this.many = many;
        this.eines = eines;
        this.viele = viele;
    }

    public String title() {
        return title;
    }

    /** "post" */
    public String one() {
        return one;
    }

    /** "posts" */
    public String many() {
        return many;
    }

    /** "Posts" */
    public String heading() {
        return many.substring(0, 1).toUpperCase(Locale.ROOT) + many.substring(1);
    }

    public String words(long n) {
        return n == 1 ? one : many;
    }

    public String germanWords(long n) {
        return n == 1 ? eines : viele;
    }

    /** "1,240 posts" */
    public String count(long n) {
        return NumberText.count(n, one, many);
    }

    /** Whether it may consist of several images. */
    public boolean several() {
        return this != IMAGE;
    }

    /** Keeps the usual unit out of the document, so that codebooks without posts and videos stay as they were. */
    static final class Filter {
        @Override
        public boolean equals(Object other) {
            return other == null || other == IMAGE;
        }

        @Override
        public int hashCode() {
            return IMAGE.hashCode();
        }
    }
}
