package codeframe.llm.ask;

import static java.util.stream.Collectors.groupingBy;

import codeframe.codebook.Unit;
import codeframe.llm.prompt.TextTokens;
import codeframe.run.Outcome;
import codeframe.run.RunImage;
import codeframe.run.RunPlan;
import java.util.ArrayList;
import java.util.List;

/** Makes ready what is sent of a post or a video as a whole: its words, and its pictures or frames in their order. */
public record UnitTelling(UnitRows rows, PostTelling posts) {
    /** @throws ImageFailed where there is no picture to send */
    SentContent of(RunPlan plan, RunImage lead, RunTerms terms) {
        var unit = plan.unit();
        var all = rows.parts(plan.project(), unit.word(), List.of(lead.id()));
        if (all.isEmpty()) {
            throw new ImageFailed(
                    Outcome.UNREADABLE_IMAGE,
                    unit == Unit.VIDEO
                            ? "This video has no frames yet. Choose them on its page, then try again."
                            : "This post has no pictures to send: its videos have no frames yet.");
        }
        var shown = new ArrayList<SentUnit.Shown>();
        for (var part : chosen(all, unit, terms.unitPictures())) {
            shown.add(new SentUnit.Shown(
                    all.indexOf(part) + 1, part.image(), part.tMs(), posts.readable(part.sha256(), terms)));
        }
        if (shown.stream().allMatch(one -> one.sent() == null)) {
            throw new ImageFailed(
                    Outcome.UNREADABLE_IMAGE, "None of the pictures of the " + unit.one() + " can be read.");
        }
        return new SentUnit(unit, posts.words(plan.project(), unit, lead.id(), terms.post()), shown, all.size());
    }

    /** The first pictures of a post; of a video frames at even distances, the first and the last among them. */
    static List<UnitRows.Part> chosen(List<UnitRows.Part> all, Unit unit, int most) {
        if (all.size() <= most || unit == Unit.POST) {
            return all.subList(0, Math.min(most, all.size()));
        } else if (most == 1) {
            return List.of(all.get(all.size() / 2));
        }
        var chosen = new ArrayList<UnitRows.Part>();
        for (int i = 0; i < most; i++) {
            chosen.add(all.get((int) Math.round((double) i * (all.size() - 1) / (most - 1))));
        }
        return chosen;
    }

    /** How many tokens are sent of each of the posts or videos; 0 of one without pictures, which is not asked about. */
    public List<Long> tokens(RunPlan plan, List<Long> leads, RunTerms terms) {
        var words = posts.words(plan.project(), plan.unit(), leads, terms.post());
        var parts =
                rows.parts(plan.project(), plan.unit().word(), leads).stream().collect(groupingBy(UnitRows.Part::lead));
        return leads.stream()
                .map(lead -> {
                    var sent = chosen(parts.getOrDefault(lead, List.of()), plan.unit(), terms.unitPictures());
                    return sent.isEmpty()
                            ? 0
                            : INTRODUCTION
                                    + TextTokens.in(words.getOrDefault(lead, ""))
                                    + sent.stream()
                                            .mapToLong(one -> TITLE
                                                    + PostTelling.tokens(
                                                            one.width(), one.height(), plan.model(), terms))
                                            .sum();
                })
                .toList();
    }

    private static final long INTRODUCTION = 60;
    private static final long TITLE = 12;
}
