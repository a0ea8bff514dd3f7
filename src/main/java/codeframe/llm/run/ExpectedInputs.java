package codeframe.llm.run;

import codeframe.feature.telling.FeatureTelling;
import codeframe.image.ImageFilter;
import codeframe.llm.ask.RequestSetup;
import codeframe.llm.ask.UnitTelling;
import codeframe.llm.prompt.ImageTokens;
import codeframe.llm.prompt.TextTokens;
import codeframe.run.RunImages;
import codeframe.run.UnitFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;

/** How much of a model's input the images of a run will take, before any is asked about. */
record ExpectedInputs(RunImages images, FeatureTelling telling, UnitTelling units) {
    /** So many images show well enough how long the features of all are. */
    private static final int LOOKED_AT = 500;

    /**
     * @param images that take as much
     * @param tokens of one of them, beside the prompt
     */
    record Input(long images, long tokens) {}

    List<Input> of(RequestSetup setup, ImageFilter filter) {
        if (setup.plan().unit().several()) {
            return ofUnits(setup, filter);
        }
        return setup.terms().features() == null ? ofImages(setup, filter) : ofFeatures(setup, filter);
    }

    /** By the size of each image; what of posts is sent with them, by a sample. */
    private List<Input> ofImages(RequestSetup setup, ImageFilter filter) {
        var beside = beside(setup, filter);
        long mean = Math.round(beside.getAverage());
        var inputs = new ArrayList<>(ofSizes(setup, filter, mean));
        // Images that were not looked at may come with as much as was seen at most.
        var largest = inputs.stream().mapToLong(Input::tokens).max().orElse(0);
        if (beside.getCount() > 0) {
            inputs.add(new Input(0, largest - mean + beside.getMax()));
        }
        return inputs;
    }

    private LongSummaryStatistics beside(RequestSetup setup, ImageFilter filter) {
        if (!setup.terms().post().asks()) {
            return new LongSummaryStatistics();
        }
        var plan = setup.plan();
        var drawn = images.counted(plan.project(), UnitFrame.of(plan), filter, plan.seed(), LOOKED_AT);
        return units.posts().tokens(plan.project(), drawn, plan.model(), setup.terms()).stream()
                .mapToLong(Long::longValue)
                .summaryStatistics();
    }

    private List<Input> ofSizes(RequestSetup setup, ImageFilter filter, long beside) {
        return images.sizes(setup.plan().project(), UnitFrame.of(setup.plan()), filter).stream()
                .map(size -> {
                    double shrink = Math.min(1, (double) setup.terms().edge() / Math.max(size.width(), size.height()));
                    int width = (int) Math.round(size.width() * shrink);
                    int height = (int) Math.round(size.height() * shrink);
                    return new Input(
                            size.images(),
                            ImageTokens.of(
                                            setup.plan().model(),
                                            width,
                                            height,
                                            setup.terms().detail())
                                    + beside);
                })
                .toList();
    }

    /** By all pictures of a sample of the posts or videos; of one without any nothing is asked. */
    private List<Input> ofUnits(RequestSetup setup, ImageFilter filter) {
        var plan = setup.plan();
        var drawn = images.counted(plan.project(), UnitFrame.of(plan), filter, plan.seed(), LOOKED_AT);
        var sent = units.tokens(plan, drawn, setup.terms()).stream()
                .filter(tokens -> tokens > 0)
                .toList();
        long all = images.count(plan.project(), UnitFrame.of(plan), filter);
        long asked = drawn.isEmpty() ? 0 : Math.round((double) all * sent.size() / drawn.size());
        var tokens = sent.stream().mapToLong(Long::longValue).summaryStatistics();
        // Of those that were not looked at one may have as many pictures as the terms allow.
        long unseen = drawn.size() < all ? setup.tariff().shownAtMost() : 0;
        return List.of(
                new Input(asked, Math.round(tokens.getAverage())),
                new Input(0, sent.isEmpty() ? unseen : Math.max(tokens.getMax(), unseen)));
    }

    /** By what a sample of the images would tell; those of which nothing is known are not asked about and cost nothing. */
    private List<Input> ofFeatures(RequestSetup setup, ImageFilter filter) {
        var plan = setup.plan();
        var drawn = images.counted(plan.project(), UnitFrame.of(plan), filter, plan.seed(), LOOKED_AT);
        var told = telling.of(plan.project(), drawn, setup.terms().features()).values().stream()
                .filter(one -> !one.isEmpty())
                .toList();
        long all = images.count(plan.project(), UnitFrame.of(plan), filter);
        long asked = drawn.isEmpty() ? 0 : Math.round((double) all * told.size() / drawn.size());
        var tokens = told.stream().mapToLong(one -> TextTokens.in(one.json())).summaryStatistics();
        // Images that were not looked at may have as much to tell as the terms allow.
        long unseen = drawn.size() < all ? setup.tariff().toldAtMost() : 0;
        return List.of(
                new Input(asked, Math.round(tokens.getAverage())),
                new Input(0, told.isEmpty() ? unseen : Math.max(tokens.getMax(), unseen)));
    }
}
