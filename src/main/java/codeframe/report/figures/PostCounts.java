package codeframe.report.figures;

import java.util.stream.DoubleStream;

/**
 * Where posts are counted and not pictures.
 *
 * @param ofUnit how many posts show every unit with gold
 * @param alike as many pictures of one post each as tell the same as all pictures do
 */
public record PostCounts(double[] ofUnit, double alike) {
    /** (Σm)²/Σm² of m posts of each picture (Kish 1965, section 11.7). */
    public static double alike(double... posts) {
        double sum = DoubleStream.of(posts).sum();
        double squares = DoubleStream.of(posts).map(m -> m * m).sum();
        return squares > 0 ? sum * sum / squares : 0;
    }

    /** Posts that show a unit with gold. */
    public long withGold() {
        return Math.round(DoubleStream.of(ofUnit).sum());
    }
}
