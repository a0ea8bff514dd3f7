package codeframe.report.validation;

import codeframe.report.study.Cluster;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;

/** What the intervals of a validation speak about, in words. */
final class IntervalTarget {
    private IntervalTarget() {}

    /** Said where something was chosen, and where nothing was and accounts repeat. */
    static List<String> words(ValidationQuestion question, GoldSample goldSample, MachineLabels machine) {
        var known = goldSample.units().stream()
                .map(image -> machine.dealt().get(image).account())
                .filter(account -> !account.isEmpty())
                .toList();
        long accounts = known.stream().distinct().count();
        if (question.cluster() != Cluster.IMAGE) {
            return chosen(question, known.isEmpty());
        }
        return accounts == known.size()
                ? List.of()
                : List.of(NumberText.count(known.size(), "image", "images") + " with gold are of "
                        + NumberText.count(accounts, "account", "accounts")
                        + ": the intervals speak about these images and those they were drawn from; about new accounts like"
                        + " these they would be too narrow.");
    }

    private static List<String> chosen(ValidationQuestion question, boolean noAccounts) {
        var cluster = question.cluster();
        var words = new ArrayList<String>();
        words.add("The intervals speak about " + cluster.target() + ", not about these images: "
                + cluster.plural() + " are left out one by one (jackknife), and t has one degree of freedom less than "
                + cluster.plural() + " with gold.");
        if (cluster == Cluster.ACCOUNT && noAccounts) {
            words.add("No image with gold has an account, so every image is an account of its own.");
        }
        if (cluster == Cluster.ACCOUNT && question.by().equals("account")) {
            words.add("How common classes are in one account is said of its images.");
        }
        words.add("The human benchmark is about these images.");
        return words;
    }
}
