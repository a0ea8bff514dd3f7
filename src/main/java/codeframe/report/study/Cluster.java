package codeframe.report.study;

import codeframe.codebook.Unit;
import codeframe.web.Choice;
import codeframe.web.Word;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

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

    public static List<Choice> targets(Unit unit) {
        return choices(unit, Cluster::target);
    }

    public String title() {
        return title;
    }

    public static List<Choice> choices(Unit unit) {
        return choices(unit, Cluster::title);
    }

    /** A post is no part of another. */
    private static List<Choice> choices(Unit unit, Function<Cluster, String> words) {
        return Arrays.stream(values())
                .filter(cluster -> cluster != POST || unit != Unit.POST)
                .map(cluster -> new Choice(cluster.word(), unit.said(words.apply(cluster))))
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
