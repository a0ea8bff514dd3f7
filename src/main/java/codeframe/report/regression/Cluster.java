package codeframe.report.regression;

import codeframe.web.Choice;
import codeframe.web.Problem;
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

    static Cluster of(String word) {
        return Word.named(values(), word.isEmpty() ? IMAGE.word() : word)
                .orElseThrow(
                        () -> new Problem.Invalid("cluster must be image, post or account, not \"" + word + "\"."));
    }

    public static List<Choice> choices() {
        return Arrays.stream(values())
                .map(cluster -> new Choice(cluster.word(), cluster.title))
                .toList();
    }

    /** An image without a post, or an account, is a cluster of its own. */
    String of(RegressionRows.Image image) {
        var name = this == POST ? image.post() : image.account();
        return this == IMAGE || name == null ? "image-" + image.image() : name;
    }
}
