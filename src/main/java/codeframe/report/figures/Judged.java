package codeframe.report.figures;

import codeframe.statistics.validation.Predictions;
import java.util.List;
import java.util.Optional;

/**
 * Units that a machine labelled: those with gold as predictions to judge, and how often each class was predicted for
 * units without gold, abstentions last. Confidence is the machine's own probability of its answer, for every unit with gold.
 */
public record Judged(
        List<String> classes, Predictions predictions, double[] unlabelled, Optional<double[]> confidence) {}
