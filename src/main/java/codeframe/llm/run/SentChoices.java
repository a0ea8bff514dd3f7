package codeframe.llm.run;

import codeframe.feature.telling.FeatureTerms;
import codeframe.llm.ask.PostTerms;
import codeframe.llm.ask.RunTerms;
import codeframe.web.Choice;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run sends of each image, in words: how the image itself is made ready, or which features are told. */
final class SentChoices {
    private SentChoices() {}

    static List<Choice> of(RunTerms terms) {
        return terms.features() == null ? image(terms) : features(terms.features());
    }

    private static List<Choice> image(RunTerms terms) {
        var list = new ArrayList<Choice>();
        list.add(new Choice("Detail", terms.detail().title()));
        list.add(new Choice(
                "Longest edge", terms.edge() + " pixels, " + terms.format().toUpperCase(Locale.ROOT)));
        if (terms.unitPictures() > 0) {
            list.add(new Choice(
                    "In one request",
                    "at most " + NumberText.count(terms.unitPictures(), "picture", "pictures")
                            + ": the first of a post, frames of each video at even distances"));
        }
        var post = post(terms.post());
        if (!post.isEmpty()) {
            list.add(new Choice(
                    terms.post().transcript() ? "Of its post and video" : "Of its post", String.join(", ", post)));
        }
        return list;
    }

    private static List<String> post(PostTerms post) {
        var sent = new ArrayList<String>();
        if (post.caption()) {
            sent.add("caption");
        }
        if (post.account()) {
            sent.add("account");
        }
        if (post.date()) {
            sent.add("date");
        }
        if (post.transcript()) {
            sent.add("transcript");
        }
        if (post.pictures() > 0) {
            sent.add("at most " + NumberText.count(post.pictures(), "other picture", "other pictures"));
        }
        return sent;
    }

    private static List<Choice> features(FeatureTerms terms) {
        var list = new ArrayList<Choice>();
        for (int i = 0; i < terms.read().size(); i++) {
            var one = terms.read().get(i);
            list.add(new Choice(
                    "Feature " + (i + 1),
                    one.label() + " of " + one.title() + ", at most "
                            + NumberText.count(one.limit(), "character", "characters")));
        }
        list.add(new Choice("Least confidence of objects", NumberText.decimal(terms.threshold(), 2)));
        if (!terms.ignored().isEmpty()) {
            list.add(new Choice("Ignored names", String.join(", ", terms.ignored())));
        }
        terms.folded().entrySet().stream()
                .map(one -> one.getKey() + " as " + one.getValue())
                .sorted()
                .forEach(pair -> list.add(new Choice("Counted together", pair)));
        return list;
    }
}
