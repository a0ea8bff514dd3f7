package codeframe.report.results;

import codeframe.report.study.Cluster;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;

/** What figures rest on, and what is not in them, in words. */
record ResultsNotes(
        ResultsQuestion question,
        ResultsBasis basis,
        GroupLabels whole,
        List<GroupLabels> parts,
        List<String> accounts) {
    /** How gold was drawn is said by its sample, in its own words; all else is said of what the variable is asked of. */
    List<String> words(GroupShares all, List<GroupShares> groups) {
        var words = new ArrayList<String>();
        basis.gold().ifPresent(gold -> words.addAll(gold.drawnAs()));
        words.addAll(basis.variable().said(of(all, groups), names()));
        return words;
    }

    /** Of others than the variable, which stay as they are. */
    private List<String> names() {
        var names =
                new ArrayList<>(List.of(basis.coder().name(), question.scope().account()));
        basis.gold().ifPresent(gold -> names.add(gold.gold().name()));
        question.by().coded().ifPresent(groups -> {
            names.add(groups.coder().name());
            names.add(groups.variable().label());
        });
        parts.forEach(part -> names.add(question.by().named(part.group())));
        return names;
    }

    private List<String> of(GroupShares all, List<GroupShares> groups) {
        var words = new ArrayList<String>();
        words.addAll(gold());
        words.addAll(unchecked(all, groups));
        words.addAll(target());
        all.fewClusters().ifPresent(words::add);
        words.addAll(question.scope().ofSample(0).words());
        question.by().coded().ifPresent(coded -> words.add(grouped(coded)));
        words.addAll(unplaced());
        return words;
    }

    private List<String> gold() {
        var words = new ArrayList<String>();
        basis.gold().ifPresent(gold -> {
            words.addAll(gold.notes());
            long fewer = (long) gold.units().size() - whole.units().size();
            if (fewer > 0) {
                words.add(NumberText.count(fewer, "image with gold was", "images with gold were") + " not coded by "
                        + basis.coder().name() + " and left out.");
            }
        });
        return words;
    }

    private List<String> unchecked(GroupShares all, List<GroupShares> groups) {
        var words = new ArrayList<String>();
        all.unchecked().flatMap(found -> found.words(basis.variable()::labelOf)).ifPresent(words::add);
        var widened = groups.stream()
                .filter(group -> group.corrected() && group.unchecked().isPresent())
                .map(group -> question.by().named(group.group()))
                .toList();
        if (!widened.isEmpty()) {
            words.add("The same is so in " + NumberText.count(widened.size(), "group", "groups") + ": "
                    + String.join(", ", widened.stream().limit(10).toList())
                    + (widened.size() > 10 ? " and others." : "."));
        }
        return words;
    }

    /** What limits speak about; said where units are drawn together, and where accounts repeat and are not. */
    private List<String> target() {
        var cluster = question.cluster();
        var words = new ArrayList<String>();
        if (cluster != Cluster.IMAGE) {
            words.add("The intervals speak about " + cluster.target() + ", not about these images: "
                    + cluster.plural() + " are left out one by one (jackknife)."
                    + (question.ofGroups() == cluster ? "" : " Shares within one account are said of its images.")
                    + (question.by().asked()
                            ? " Groups are compared as though they had no " + cluster.word() + " in common."
                            : ""));
        }
        if (cluster != Cluster.ACCOUNT && !accounts.isEmpty() && whole.images() > accounts.size()) {
            words.add("The images are of " + NumberText.count(accounts.size(), "account", "accounts")
                    + ": the intervals speak about " + cluster.target()
                    + "; about new accounts like these they would be too narrow.");
        }
        return words;
    }

    /** What nothing here can correct. */
    private String grouped(CodedGroups groups) {
        var groupedAs = "Images are grouped as " + groups.coder().name() + " coded "
                + groups.variable().label();
        if (groups.coder().isGold()) {
            return basis.coder().isGold()
                    ? groupedAs + ", too: both are gold, so no machine's errors are in the table."
                    : groupedAs + ", so only images with gold are in a group; their shares are not weighted.";
        }
        var corrected = basis.gold().isPresent() && !basis.coder().isGold() && !question.asCoded();
        return groupedAs + ", and nothing corrects that"
                + (corrected
                        ? ": corrected shares are those of " + basis.variable().label() + " alone, in the group"
                                + " that an image was put in."
                        : ".");
    }

    private List<String> unplaced() {
        var words = new ArrayList<String>();
        if (!question.against().isEmpty()
                && parts.stream().noneMatch(part -> part.group().equals(question.against()))) {
            words.add("No group is called \"" + question.against() + "\": groups are compared with the first.");
        }
        long placed = parts.stream().mapToLong(GroupLabels::images).sum();
        if (question.by().asked() && placed < whole.images()) {
            words.add(NumberText.count(whole.images() - placed, "image is", "images are") + " in no group: the "
                    + question.by().one() + " is not known.");
        }
        if (parts.size() > ResultsStudy.MOST_GROUPS) {
            words.add("Of " + NumberText.count(parts.size(), "group", "groups") + " the "
                    + (question.by().ordered() ? "first " : "largest ") + ResultsStudy.MOST_GROUPS + " are shown.");
        }
        return words;
    }
}
