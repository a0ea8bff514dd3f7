package codeframe.report.study;

import codeframe.web.Choice;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Word;
import io.javalin.http.Context;
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

    public static Cluster of(Context ctx) {
        var word = Params.query(ctx, "cluster");
        return Word.named(values(), word.isEmpty() ? IMAGE.word() : word)
                .orElseThrow(
                        () -> new Problem.Invalid("cluster must be image, post or account, not \"" + word + "\"."));
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
