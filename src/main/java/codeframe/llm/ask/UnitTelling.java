package codeframe.llm.ask;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import codeframe.codebook.Unit;
import codeframe.llm.prompt.TextTokens;
import codeframe.run.Outcome;
import codeframe.run.RunImage;
import codeframe.run.RunPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

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
        for (var part : chosen(all, terms.unitPictures())) {
            shown.add(new SentUnit.Shown(
                    all.indexOf(part) + 1, part.image(), part.tMs(), posts.readable(part.sha256(), terms)));
        }
        if (shown.stream().allMatch(one -> one.sent() == null)) {
            throw new ImageFailed(
                    Outcome.UNREADABLE_IMAGE, "None of the pictures of the " + unit.one() + " can be read.");
        }
        return new SentUnit(unit, posts.words(plan.project(), unit, lead.id(), terms.post()), shown, all.size());
    }

    /**
     * As many as go together: pictures and videos of a post share them, the first of them where they are more; of each video
     * frames at even distances, the first and the last among them.
     */
    static List<UnitRows.Part> chosen(List<UnitRows.Part> all, int most) {
        var media = new ArrayList<>(all.stream()
                .collect(groupingBy(UnitRows.Part::medium, LinkedHashMap::new, toList()))
                .values());
        var places = places(media.stream().map(List::size).toList(), Math.min(most, all.size()));
        var chosen = new ArrayList<UnitRows.Part>();
        for (int i = 0; i < places.length; i++) {
            chosen.addAll(spread(media.get(i), places[i]));
        }
        return chosen;
    }

    /** One each in turn, as long as there are some and who takes them has more. */
    private static int[] places(List<Integer> sizes, int most) {
        var places = new int[sizes.size()];
        int left = most;
        while (left > 0) {
            for (int i = 0; i < places.length && left > 0; i++) {
                if (places[i] < sizes.get(i)) {
                    places[i]++;
                    left--;
                }
            }
        }
        return places;
    }

    private static List<UnitRows.Part> spread(List<UnitRows.Part> frames, int most) {
        return most == 1
                ? List.of(frames.get(frames.size() / 2))
                : IntStream.range(0, most)
                        .mapToObj(i -> frames.get((int) Math.round((double) i * (frames.size() - 1) / (most - 1))))
                        .toList();
    }

    /** How many tokens are sent of each of the posts or videos; 0 of one without pictures, which is not asked about. */
    public List<Long> tokens(RunPlan plan, List<Long> leads, RunTerms terms) {
        var words = posts.words(plan.project(), plan.unit(), leads, terms.post());
        var parts =
                rows.parts(plan.project(), plan.unit().word(), leads).stream().collect(groupingBy(UnitRows.Part::lead));
        return leads.stream()
                .map(lead -> {
                    var sent = chosen(parts.getOrDefault(lead, List.of()), terms.unitPictures());
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
