package codeframe.clip.tag;

import codeframe.clip.BrokenModel;
import codeframe.clip.Tagger;
import codeframe.feature.FeatureRows.Feature;
import codeframe.feature.work.FeatureJob;
import codeframe.feature.work.FeatureRuns;
import codeframe.image.Detection;
import codeframe.image.FeatureKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Tags the waiting images of a source by their stored vectors, which costs nothing. */
public final class TagJob implements FeatureJob {
    private static final int AT_ONCE = 500;

    private final FeatureRuns runs;
    private final TagRows rows;
    private final Tagger tagger;

    public TagJob(FeatureRuns runs, TagRows rows, Tagger tagger) {
        this.runs = runs;
        this.rows = rows;
        this.tagger = tagger;
    }

    @Override
    public Optional<Duration> run(long source, BooleanSupplier over) throws InterruptedException {
        var going = runs.going(source);
        if (going.isEmpty()) {
            return Optional.empty();
        }
        var settings = going.get().settings().as(TagSettings.class);
        var vocabulary = vocabulary(settings);
        return FeatureJob.rounds(runs, source, AT_ONCE, over, (now, images) -> {
            tag(source, now.language(), settings, vocabulary, images);
            return Optional.empty();
        });
    }

    private Tagger.Vocabulary vocabulary(TagSettings settings) {
        try {
            return tagger.open(settings.model(), settings.phrases());
        } catch (BrokenModel e) {
            throw new NotNow(e.getMessage() + " What was tagged is kept; continue when the model is there.");
        }
    }

    private void tag(
            long source, String language, TagSettings settings, Tagger.Vocabulary vocabulary, List<Long> images) {
        var missing = new ArrayList<>(images);
        var features = new ArrayList<Feature>();
        for (var stored : rows.stored(vocabulary.stored(), images)) {
            missing.remove(Long.valueOf(stored.image()));
            features.add(feature(stored.image(), vocabulary.best(stored.vector(), settings.most(), settings.least())));
        }
        runs.settle(source, language, features);
        if (!missing.isEmpty()) {
            rows.skip(source, missing);
        }
    }

    private static Feature feature(long image, List<Tagger.Tag> tags) {
        var things = tags.stream()
                .map(tag -> new Detection(name(tag.phrase()), tag.share(), List.of()))
                .toList();
        var text = things.stream().map(Detection::name).collect(Collectors.joining(", "));
        return new Feature(FeatureKind.LABELS.word(), image, things.isEmpty() ? "empty" : "done", text, things, null);
    }

    /** Without the article that the phrase is asked for with. */
    private static String name(String phrase) {
        return phrase.replaceFirst("^(?:an?|the) (?=.)", "");
    }
}
