package codeframe.llm.run;

import codeframe.image.ImageFilter;
import codeframe.llm.prompt.Phrasing;
import codeframe.llm.stability.StabilityChecks;
import codeframe.run.Run;
import codeframe.run.RunImages;
import codeframe.run.UnitFrame;
import codeframe.web.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts a stability check: the same few images coded several times, in the same words and in others. */
public final class StabilityDesign {
    private static final int MOST_IMAGES = 500;
    private static final int MOST_TIMES = 5;

    private final LlmStart start;
    private final RunImages images;
    private final StabilityChecks checks;

    public StabilityDesign(LlmStart start, RunImages images, StabilityChecks checks) {
        this.start = start;
        this.images = images;
        this.checks = checks;
    }

    /** {@code check} is 0 when there are mistakes. */
    record Begun(LlmRunForm form, long check) {}

    /** What was typed, read. */
    private record Design(int images, List<Phrasing> words, BigDecimal capOfEach) {}

    Begun start(long project, LlmRunForm typed, long user) {
        var mistakes = new ArrayList<Problem.Mistake>();
        var design = design(typed, mistakes);
        if (!mistakes.isEmpty()) {
            return new Begun(typed.with(mistakes), 0);
        }
        long seed = start.seed(typed);
        var drawn = images.draw(project, UnitFrame.of(typed.unit()), typed.filter(), seed, design.images()).stream()
                .map(RunImages.Drawn::id)
                .toArray(Long[]::new);
        if (drawn.length < 2) {
            return new Begun(
                    typed.with(List.of(mistake(
                            "check_images", "There are not two " + typed.unit().many() + " to code."))),
                    0);
        }
        long selection = checks.select(project, user, "Stability check, seed " + seed, drawn);
        return start(project, typed, user, design, selection, seed, drawn.length);
    }

    private Begun start(
            long project, LlmRunForm typed, long user, Design design, long selection, long seed, int drawn) {
        var runs = new ArrayList<Run>();
        for (var words : design.words()) {
            var begun = start.start(project, repeated(typed, design, words, selection, seed), user);
            if (begun.run().isEmpty()) {
                checks.forget(project, selection);
                return new Begun(typed.with(ofCheck(begun.form().mistakes())), 0);
            }
            runs.add(begun.run().get());
        }
        long check = checks.add(project, user, selection, drawn, seed);
        var places = new ArrayList<StabilityChecks.Place>();
        for (int i = 0; i < runs.size(); i++) {
            places.add(new StabilityChecks.Place(
                    i + 1, design.words().get(i).word(), runs.get(i).id()));
        }
        checks.place(check, places);
        return new Begun(typed, check);
    }

    /** What is wrong with the cap of a run is wrong with the cap of the check. */
    private static List<Problem.Mistake> ofCheck(List<Problem.Mistake> mistakes) {
        return mistakes.stream()
                .map(found -> found.key().equals("cap")
                        ? mistake("check_cap", "Say how much the check may cost at most, for all its runs together.")
                        : found)
                .toList();
    }

    private static LlmRunForm repeated(LlmRunForm typed, Design design, Phrasing words, long selection, long seed) {
        return typed.with(
                Map.of(
                        "phrasing",
                        words.word(),
                        "cap",
                        design.capOfEach() == null ? "" : design.capOfEach().toPlainString(),
                        "seed",
                        Long.toString(seed),
                        "estimate_low",
                        "",
                        "estimate_high",
                        ""),
                ImageFilter.fromQuery("selection=" + selection));
    }

    private static Design design(LlmRunForm typed, List<Problem.Mistake> mistakes) {
        int count = whole(typed, "check_images", 2, MOST_IMAGES, mistakes);
        int times = whole(typed, "check_times", 1, MOST_TIMES, mistakes);
        var words = new ArrayList<Phrasing>();
        for (int i = 0; i < times; i++) {
            words.add(Phrasing.USUAL);
        }
        if (typed.is("check_words")) {
            words.add(Phrasing.SECOND);
            words.add(Phrasing.THIRD);
        }
        if (words.size() < 2 && mistakes.isEmpty()) {
            mistakes.add(mistake("check_times", "Once says nothing: code twice at least, or in other words too."));
        }
        return new Design(count, words, capOfEach(typed, words.size(), mistakes));
    }

    /** Null where none was typed, which only a free model may have. */
    private static BigDecimal capOfEach(LlmRunForm typed, int runs, List<Problem.Mistake> mistakes) {
        var cap = typed.value("check_cap");
        if (cap.isEmpty()) {
            return null;
        } else if (!cap.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            mistakes.add(mistake("check_cap", "Dollars such as 0.50."));
            return null;
        }
        return new BigDecimal(cap).divide(BigDecimal.valueOf(Math.max(1, runs)), 9, RoundingMode.DOWN);
    }

    private static int whole(LlmRunForm typed, String field, int least, int most, List<Problem.Mistake> mistakes) {
        var text = typed.value(field);
        if (text.matches("\\d{1,6}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        mistakes.add(mistake(field, "A whole number from " + least + " to " + most + "."));
        return least;
    }

    private static Problem.Mistake mistake(String field, String sentence) {
        return new Problem.Mistake(field, 0, sentence);
    }
}
