package codeframe.clip;

import codeframe.coding.Code;
import codeframe.run.Outcome;
import codeframe.run.Result;
import codeframe.run.RunImage;
import codeframe.run.Scores;
import codeframe.run.Session;
import codeframe.run.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** CLIP made ready for one plan: vectors of images against the vectors of the codebook's phrases. */
final class ClipSession implements Session {
    private static final Logger LOG = LoggerFactory.getLogger(ClipSession.class);
    private static final int BATCH = 2 * ClipModel.BATCH;

    private final ImageVectors vectors;
    private final List<PhraseJudge> judges;
    private final Precision precision;

    ClipSession(ImageVectors vectors, List<PhraseJudge> judges, Precision precision) {
        this.vectors = vectors;
        this.judges = judges;
        this.precision = precision;
    }

    @Override
    public List<Result> classify(List<RunImage> images) {
        return attempt(images, false).stream().map(Trial::result).toList();
    }

    @Override
    public List<Trial> attempt(List<RunImage> images) {
        return attempt(images, true);
    }

    private List<Trial> attempt(List<RunImage> images, boolean withScores) {
        long start = System.nanoTime();
        var found = vectors.of(images.stream().map(RunImage::sha256).toList());
        var judged = judged(images, found);
        int ms = (int) ((System.nanoTime() - start) / 1_000_000 / Math.max(1, images.size()));
        var trials = new ArrayList<Trial>();
        for (var image : images) {
            var known = found.get(ImageVectors.key(image.sha256()));
            trials.add(
                    known.hasVector()
                            ? trial(image, known, judged.get(image.id()), withScores, ms)
                            : unreadable(image, known));
        }
        return trials;
    }

    /** By image, one judgement per variable. */
    private Map<Long, List<PhraseJudge.Judgement>> judged(
            List<RunImage> images, Map<String, ImageVectors.Found> found) {
        var rows = new LinkedHashMap<Long, float[]>();
        for (var image : images) {
            var known = found.get(ImageVectors.key(image.sha256()));
            if (known.hasVector()) {
                rows.put(image.id(), known.vector());
            }
        }
        var judged = new HashMap<Long, List<PhraseJudge.Judgement>>();
        for (var judge : judges) {
            var judgements = judge.judge(rows.values().toArray(float[][]::new)).iterator();
            rows.keySet()
                    .forEach(id -> judged.computeIfAbsent(id, first -> new ArrayList<>())
                            .add(judgements.next()));
        }
        return judged;
    }

    private Trial trial(
            RunImage image,
            ImageVectors.Found found,
            List<PhraseJudge.Judgement> judgements,
            boolean withScores,
            int ms) {
        var codes = new ArrayList<Code>();
        var scores = new ArrayList<Scores>();
        for (int i = 0; i < judges.size(); i++) {
            codes.addAll(judges.get(i).codes(judgements.get(i), codes));
            if (withScores) {
                scores.add(judgements.get(i).scores());
            }
        }
        return new Trial(Result.Done.coded(image.id(), codes, found.reused(), ms), scores);
    }

    private static Trial unreadable(RunImage image, ImageVectors.Found found) {
        return new Trial(Result.Done.failed(image.id(), Outcome.UNREADABLE_IMAGE, found.unreadable()), List.of());
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public String precision() {
        return precision.label();
    }

    @Override
    public void close() {
        if (vectors.times().vectors() > 0) {
            LOG.info("{}", vectors.times());
        }
    }
}
