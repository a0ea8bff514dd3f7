package codeframe.report.study;

import codeframe.web.Choice;
import codeframe.web.Word;
import java.util.Arrays;
import java.util.List;

/** Which images are not independent of each other. */
public enum Cluster implements Word {
    IMAGE("every image by itself"),
    POST("images of a post together"),
    ACCOUNT("images of an account together");

    private final String title;

    Cluster(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public static List<Choice> choices() {
        return Arrays.stream(values())
                .map(cluster -> new Choice(cluster.word(), cluster.title))
                .toList();
    }

    /** In an address; nothing where every image is by itself. */
    public String part() {
        return this == IMAGE ? "" : word();
    }

    /** An image without a post, or an account, is a cluster of its own. */
    public String of(long image, String post, String account) {
        var name = this == POST ? post : account;
        return this == IMAGE || name == null ? "image-" + image : name;
    }
}
