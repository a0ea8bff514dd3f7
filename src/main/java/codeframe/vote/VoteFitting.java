package codeframe.vote;

import codeframe.statistics.vote.Ballots;
import codeframe.statistics.vote.Crowdlab;
import codeframe.statistics.vote.DawidSkene;
import codeframe.statistics.vote.Dirichlet;
import codeframe.statistics.vote.LogOdds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Makes of all votes what a rule needs to know of them. */
final class VoteFitting {
    private final VoteRows rows;
    private final VotePlan vote;

    VoteFitting(VoteRows rows, VotePlan vote) {
        this.rows = rows;
        this.vote = vote;
    }

    VoteFit of(List<Long> images) {
        return switch (vote.rule()) {
            case MAJORITY, UNANIMOUS, CASCADE -> VoteFit.NONE;
            case WEIGHTED -> weighted();
            case DAWID_SKENE -> dawidSkene(images);
            case CROWDLAB -> crowdlab(images);
        };
    }

    private VoteFit weighted() {
        Map<String, Map<Long, Set<String>>> gold = new HashMap<>();
        Map<Long, String> groups = new TreeMap<>();
        for (var row : rows.gold(vote.project(), vote.terms().gold(), vote.keys())) {
            groups.put(row.image(), row.grouping());
            if (row.value() != null) {
                gold.computeIfAbsent(row.variable(), none -> new TreeMap<>())
                        .computeIfAbsent(row.image(), none -> new TreeSet<>())
                        .add(row.value());
            }
        }
        var folds = folds(groups);
        var answers = answers(List.copyOf(groups.keySet()));
        var weights = new HashMap<String, double[][]>();
        vote.motions()
                .forEach(motion -> weights.put(
                        motion.key(),
                        weights(
                                motion,
                                answers,
                                gold.getOrDefault(motion.variable().key(), Map.of()),
                                folds)));
        return new VoteFit(weights, folds, Map.of(), Map.of());
    }

    /** Whole groups, dealt out in the order of their names. */
    private static Map<Long, Integer> folds(Map<Long, String> groups) {
        var order = new ArrayList<>(new TreeSet<>(groups.values()));
        var folds = new HashMap<Long, Integer>();
        groups.forEach((image, group) -> folds.put(image, order.indexOf(group) % VoteFit.FOLDS));
        return folds;
    }

    private double[][] weights(
            Motion motion, VotersAnswers answers, Map<Long, Set<String>> gold, Map<Long, Integer> folds) {
        var images = List.copyOf(gold.keySet());
        var ballots = ballots(motion, answers, images);
        var truth =
                images.stream().mapToInt(image -> motion.vote(gold.get(image))).toArray();
        var fold = images.stream().mapToInt(folds::get).toArray();
        var weights = new double[VoteFit.FOLDS + 1][];
        for (int without = 0; without <= VoteFit.FOLDS; without++) {
            weights[without] = LogOdds.weights(ballots, truth, fold, without);
        }
        return weights;
    }

    private VoteFit dawidSkene(List<Long> images) {
        var answers = answers(images);
        var confusion = new HashMap<String, VoteFit.Confusion>();
        for (var motion : vote.motions()) {
            var prior = prior(motion.options().size());
            var fit = DawidSkene.of(ballots(motion, answers, images), prior);
            confusion.put(motion.key(), VoteFit.Confusion.of(fit));
        }
        return new VoteFit(Map.of(), Map.of(), confusion, Map.of());
    }

    private Dirichlet prior(int options) {
        return switch (vote.terms().prior()) {
            case "none" -> Dirichlet.NONE;
            case "laplace" -> Dirichlet.laplace();
            default -> Dirichlet.rater(options);
        };
    }

    private VoteFit crowdlab(List<Long> images) {
        var answers = answers(images);
        var fits = new HashMap<String, Crowdlab>();
        for (var motion : vote.motions()) {
            var known = images.stream()
                    .filter(image -> vote.scores(motion, answers, image).isPresent())
                    .toList();
            var model = known.stream()
                    .map(image -> vote.scores(motion, answers, image).orElseThrow())
                    .toArray(double[][]::new);
            fits.put(motion.key(), Crowdlab.of(ballots(motion, answers, known), model));
        }
        return new VoteFit(Map.of(), Map.of(), Map.of(), fits);
    }

    private VotersAnswers answers(List<Long> images) {
        return vote.answers(rows, images);
    }

    private Ballots ballots(Motion motion, VotersAnswers answers, List<Long> images) {
        var votes =
                images.stream().map(image -> vote.votes(motion, answers, image)).toArray(int[][]::new);
        var columns = IntStream.range(0, vote.electorate().size()).toArray();
        return new Ballots(motion.options().size(), votes, columns);
    }
}
