package codeframe.report.study;

import codeframe.web.Word;

/** Which images are not independent of each other. */
public enum Cluster implements Word {
    IMAGE("every image by itself", "images"),
    POST("images of a post together", "posts"),
    ACCOUNT("images of an account together", "accounts");

    public static final String FRAMES = "A frame belongs to its video, or to the post that shows it.";

    private final String title;
    private final String plural;

    Cluster(String title, String plural) {
        this.title = title;
        this.plural = plural;
    }

    /** What they are, such as accounts. */
    public String plural() {
        return plural;
    }

    /** What intervals speak about that draw them whole. */
    public String target() {
        return this == IMAGE ? "these images" : "new " + plural + " like these";
    }

    public String title() {
        return title;
    }

    /** An image without a post, or an account, is a cluster of its own. */
    public String of(long image, String post, String account) {
        var name = this == POST ? post : account;
        return this == IMAGE || name == null ? "image-" + image : name;
    }
}
