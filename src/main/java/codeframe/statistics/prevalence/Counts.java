package codeframe.statistics.prevalence;

import java.util.stream.IntStream;

/**
 * What is known of a corpus: gold against machine for a simple random sample of its units, and the machine's labels alone
 * for all others. Gold in rows, machine in columns.
 */
public record Counts(double[][] labelled, double[] unlabelled) {
    public int classes() {
        return unlabelled.length;
    }

    /** n: units with gold. */
    public double sample() {
        return IntStream.range(0, classes()).mapToDouble(this::gold).sum();
    }

    /** N: units with the machine's label alone. */
    public double rest() {
        return IntStream.range(0, classes()).mapToDouble(k -> unlabelled[k]).sum();
    }

    double gold(int label) {
        return IntStream.range(0, classes())
                .mapToDouble(k -> labelled[label][k])
                .sum();
    }

    double machine(int label) {
        return IntStream.range(0, classes())
                .mapToDouble(k -> labelled[k][label])
                .sum();
    }

    /** Whether some unit with gold was predicted to be of this class, so that something is known of the errors there. */
    public boolean checked(int label) {
        return machine(label) > 0;
    }

    /** How often each class was predicted, with gold or without. */
    public double[] said() {
        return IntStream.range(0, classes())
                .mapToDouble(k -> unlabelled[k] + machine(k))
                .toArray();
    }

    /** The share of units, with gold or without, that the machine gave this class. */
    public double machineShare(int label) {
        return (unlabelled[label] + machine(label)) / (rest() + sample());
    }
}
