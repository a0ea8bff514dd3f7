package codeframe.statistics.vote;

import java.util.Arrays;

/** Shares of the options and the voters' confusion, as they stand between two rounds. */
final class VoterEstimates {
    private final int options;
    private final int voters;
    private final Dirichlet prior;
    private final double[] share;
    /** By truth, flat: voter × options + option. */
    private final double[][] said;

    private final double[][] logs;

    VoterEstimates(int options, int voters, Dirichlet prior) {
        this.options = options;
        this.voters = voters;
        this.prior = prior;
        this.share = new double[options];
        this.said = new double[options][voters * options];
        this.logs = new double[options][voters * options];
    }

    /** Dawid and Skene's eq. 2.3 and 2.4, with the prior's observations added. */
    void maximise(VotePatterns patterns, double[]... posterior) {
        Arrays.fill(share, prior.share() - 1);
        for (int truth = 0; truth < options; truth++) {
            for (int cell = 0; cell < said[truth].length; cell++) {
                said[truth][cell] = prior.voter(truth, cell % options) - 1;
            }
        }
        for (int pattern = 0; pattern < patterns.size(); pattern++) {
            add(patterns, pattern, posterior[pattern]);
        }
        scale(share, 0, options);
        for (var row : said) {
            for (int voter = 0; voter < voters; voter++) {
                scale(row, voter * options, options);
            }
        }
    }

    private void add(VotePatterns patterns, int pattern, double... posterior) {
        var counts = patterns.counts()[pattern];
        for (int truth = 0; truth < options; truth++) {
            double weight = posterior[truth] * patterns.units()[pattern];
            share[truth] += weight;
            for (int cell : patterns.cells()[pattern]) {
                said[truth][cell] += weight * counts[cell];
            }
        }
    }

    /** What sums to nothing stays nothing: no unit is of that truth. */
    private static void scale(double[] values, int from, int length) {
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            sum += values[i];
        }
        for (int i = from; i < from + length && sum > 0; i++) {
            values[i] /= sum;
        }
    }

    /** Dawid and Skene's eq. 2.5 in logarithms; the log-likelihood of all votes. */
    double expect(VotePatterns patterns, double[]... posterior) {
        for (int truth = 0; truth < options; truth++) {
            for (int cell = 0; cell < logs[truth].length; cell++) {
                logs[truth][cell] = Math.log(said[truth][cell]);
            }
        }
        double likelihood = 0;
        for (int pattern = 0; pattern < patterns.size(); pattern++) {
            var row = posterior[pattern];
            for (int truth = 0; truth < options; truth++) {
                row[truth] = Math.log(share[truth]);
                for (int cell : patterns.cells()[pattern]) {
                    row[truth] += logs[truth][cell] * patterns.counts()[pattern][cell];
                }
            }
            likelihood += normalise(row) * patterns.units()[pattern];
        }
        return likelihood;
    }

    /** From logarithms to shares of one. @return the logarithm of their sum; where all are 0, they become alike */
    static double normalise(double... logs) {
        double most = Arrays.stream(logs).max().orElseThrow();
        if (most == Double.NEGATIVE_INFINITY) {
            Arrays.fill(logs, 1.0 / logs.length);
            return most;
        }
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.exp(logs[i] - most);
            sum += logs[i];
        }
        for (int i = 0; i < logs.length; i++) {
            logs[i] /= sum;
        }
        return most + Math.log(sum);
    }

    /** The logarithm of the prior's density without its constants, 0 without a prior. */
    double penalty() {
        double sum = 0;
        for (int truth = 0; truth < options; truth++) {
            sum += term(prior.share(), share[truth]);
            for (int cell = 0; cell < said[truth].length; cell++) {
                sum += term(prior.voter(truth, cell % options), said[truth][cell]);
            }
        }
        return sum;
    }

    private static double term(double prior, double value) {
        return prior == 1 ? 0 : (prior - 1) * Math.log(value);
    }

    double[] share() {
        return share.clone();
    }

    double[][][] confusion() {
        var confusion = new double[voters][options][];
        for (int voter = 0; voter < voters; voter++) {
            for (int truth = 0; truth < options; truth++) {
                confusion[voter][truth] = Arrays.copyOfRange(said[truth], voter * options, (voter + 1) * options);
            }
        }
        return confusion;
    }
}
