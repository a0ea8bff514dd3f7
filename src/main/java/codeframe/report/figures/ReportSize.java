package codeframe.report.figures;

import codeframe.statistics.agreement.MeasurementLevel;
import codeframe.web.MemoryShare;
import codeframe.web.NumberText;
import codeframe.web.Problem;

/**
 * What a report takes, known from its input before anything is computed.
 *
 * @param of the input in words
 * @param bytes held at the same time, at most
 * @param steps of arithmetic; a processor takes about a billion in a second or two
 */
public record ReportSize(String of, double bytes, double steps) {
    private static final double LIGHT = 2e7;
    private static final double MOST_STEPS = 1e11;

    /** Resampled one by one up to here, by {@link codeframe.statistics.agreement.Resampling}. */
    private static final double DIRECT = 20_000;

    private static final double MOST_RESAMPLED_SUMS = 600;

    public static ReportSize of(CodedVariable variable, AgreementQuestion asked) {
        double units = variable.codes().units();
        double coders = variable.codes().coders();
        double labels = variable.codes().categories();
        double pairs = coders * coders <= 2.0 * AgreementReport.MOST_PAIRS ? coders * (coders - 1) / 2 : 0;
        boolean ordinal = variable.level() == MeasurementLevel.ORDINAL;
        double sums = ordinal ? labels * (labels + 1) / 2 : labels + 1;
        double patterns = Math.min(units, DIRECT);
        double held = 8 * units * coders
                + patterns * (250 + 16 * coders)
                + 8 * 6 * (coders * labels + sums)
                + (units > DIRECT && sums <= MOST_RESAMPLED_SUMS ? 8 * 17 * sums * sums : 8 * 16 * Math.min(sums, 1e5))
                + 3_000 * (labels + pairs);
        // Where the distance of two labels is a number of its own, or weights are wanted, labels meet each other.
        boolean met = variable.level() == MeasurementLevel.RATIO
                || variable.sets().isPresent()
                || !asked.weights().isEmpty();
        double meetings = met ? labels * labels * (10 + 2 * coders + pairs) : labels * pairs;
        boolean resampled = sums <= MOST_RESAMPLED_SUMS || sums * sums * asked.replicates() < 2e10;
        double steps = 8 * units * coders * (labels + pairs / Math.max(1, coders))
                + 2 * patterns * sums
                + (resampled ? asked.replicates() * (patterns + sums * (met ? sums : 1)) : 0)
                + meetings;
        var words = NumberText.count(variable.codes().units(), "unit", "units") + ", "
                + NumberText.count(variable.codes().coders(), "coder", "coders") + " and "
                + NumberText.count(variable.codes().categories(), "different value", "different values");
        return new ReportSize(words, held, steps);
    }

    public static ReportSize of(Judged judged, AgreementQuestion asked) {
        double units = judged.predictions().units();
        double classes = judged.classes().size();
        double rest = 0;
        for (double count : judged.unlabelled()) {
            rest += count;
        }
        double cells = classes * (classes + 1);
        double patterns = Math.min(Math.min(units, DIRECT), cells);
        double held = 60 * (units + rest) + 8 * 20 * cells + 250 * patterns + 4_000 * classes;
        double steps = classes * (12 * (units + rest) + 4 * 16 * cells)
                + patterns * (8 * cells + classes * classes)
                + 2 * Math.min(asked.replicates(), Math.max(1_000, 2e7 / cells)) * (60 * cells + 100 * classes);
        var words = NumberText.count((long) (units + rest), "unit", "units") + " and "
                + NumberText.count(judged.classes().size(), "class", "classes");
        return new ReportSize(words, held, steps);
    }

    /** Whether it is worth waiting for a turn. */
    public boolean heavy() {
        return steps > LIGHT;
    }

    /** Refuses what would take the memory or the processors from everybody else. */
    public void check() {
        if (!MemoryShare.fits(bytes)) {
            throw new Problem.TooLarge(
                    of + " need about " + NumberText.bytes((long) bytes) + " to compute with, and "
                            + MemoryShare.words()
                            + ". Nothing was computed. Merge values, leave out units or coders, or give the server more memory.");
        }
        if (steps > MOST_STEPS) {
            throw new Problem.TooLarge(of + " are more than can be computed with in a few minutes."
                    + " Nothing was computed. Merge values, or leave out units or coders.");
        }
    }
}
