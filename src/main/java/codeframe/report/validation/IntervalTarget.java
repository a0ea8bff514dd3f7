package codeframe.report.validation;

import codeframe.codebook.Unit;
import codeframe.report.study.Cluster;
import codeframe.report.study.CountedUnit;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;

/** What the figures of a validation count and what their intervals speak about, in words. */
record IntervalTarget(ValidationQuestion question, Unit asked, GoldSample goldSample, MachineLabels machine) {
    /** Said where something was chosen, and where nothing was and pictures or accounts repeat. */
    List<String> words() {
        var words = new ArrayList<String>();
        long posts = shown(CountedUnit.POSTS).size();
        long pictures = goldSample.units().size();
        if (question.unit() == CountedUnit.POSTS) {
            words.add("Posts are counted: a picture counts once for each post that shows it ("
                    + NumberText.count(posts, "post", "posts") + " of "
                    + NumberText.count(pictures, "picture", "pictures")
                    + " with gold). Tables of counts, and what people say, are of pictures.");
        } else if (posts > pictures && !asked.several()) {
            words.add("Pictures are counted, each once: " + NumberText.count(pictures) + " with gold are in "
                    + NumberText.count(posts, "post", "posts") + ".");
        }
        words.addAll(question.cluster() == Cluster.IMAGE ? List.of() : chosen());
        words.addAll(question.cluster() == Cluster.ACCOUNT ? List.of() : repeating());
        return words;
    }

    private List<ValidationRows.Dealt> shown(CountedUnit unit) {
        return new CountedPosts(unit, machine.dealt(), post -> true).of(goldSample.units());
    }

    private List<String> accounts() {
        return shown(question.unit()).stream()
                .map(ValidationRows.Dealt::account)
                .filter(account -> !account.isEmpty())
                .toList();
    }

    private List<String> repeating() {
        long accounts = accounts().stream().distinct().count();
        return accounts == accounts().size()
                ? List.of()
                : List.of(NumberText.count(accounts().size(), unit(), unit() + "s") + " with gold are of "
                        + NumberText.count(accounts, "account", "accounts")
                        + (question.cluster() == Cluster.POST
                                ? ": about new accounts like these the intervals would be too narrow."
                                : ": the intervals speak about these images and those they were drawn from; about new"
                                        + " accounts like these they would be too narrow."));
    }

    private String unit() {
        return question.unit() == CountedUnit.POSTS ? "post" : "image";
    }

    private List<String> chosen() {
        var cluster = question.cluster();
        var words = new ArrayList<String>();
        words.add("The intervals speak about " + cluster.target() + ", not about these images: "
                + cluster.plural() + " are left out one by one (jackknife), and t has one degree of freedom less than "
                + cluster.plural() + " with gold.");
        if (question.unit() == CountedUnit.PICTURES
                && shown(CountedUnit.POSTS).size() > goldSample.units().size()) {
            words.add("A picture of several posts is taken for one of its first.");
        }
        if (cluster == Cluster.ACCOUNT && accounts().isEmpty()) {
            words.add("No image with gold has an account, so every image is an account of its own.");
        }
        if (cluster == Cluster.ACCOUNT && question.by().equals("account")) {
            words.add("How common classes are in one account is said of its images.");
        }
        words.add("The human benchmark is about these images.");
        return words;
    }
}
