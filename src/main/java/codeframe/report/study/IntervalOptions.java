package codeframe.report.study;

import codeframe.report.figures.AgreementQuestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How coefficients are weighted and their limits drawn.
 *
 * @param clustering what intervals draw whole
 */
public record IntervalOptions(Clustering clustering, AgreementQuestion asked) {
    public static final IntervalOptions USUAL = new IntervalOptions(Clustering.USUAL, AgreementQuestion.DEFAULT);

    static IntervalOptions of(AddressReading address) {
        var usual = AgreementQuestion.DEFAULT;
        var weights = address.text("weights");
        return new IntervalOptions(
                address.clustering(),
                AgreementQuestion.of(
                        address.read(
                                "weights",
                                "",
                                () -> AgreementQuestion.of(weights, usual.replicates(), usual.seed())
                                        .weights()),
                        address.number("replicates", usual.replicates(), 100, 100_000),
                        address.number("seed", usual.seed(), Long.MIN_VALUE, Long.MAX_VALUE)));
    }

    public Cluster cluster() {
        return clustering.cluster();
    }

    public IntervalOptions with(Clustering other) {
        return new IntervalOptions(other, asked);
    }

    /** In an address; what is usual is left out. */
    Map<String, String> parts() {
        var usual = AgreementQuestion.DEFAULT;
        var parts = new LinkedHashMap<String, String>();
        parts.put("cluster", clustering.part());
        parts.put("weights", asked.weights());
        parts.put("replicates", asked.replicates() == usual.replicates() ? "" : Integer.toString(asked.replicates()));
        parts.put("seed", asked.seed() == usual.seed() ? "" : Long.toString(asked.seed()));
        return parts;
    }

    List<String> words() {
        var words = new ArrayList<String>();
        if (cluster() != Cluster.IMAGE) {
            words.add("Limits draw " + cluster().title() + ": they are about "
                    + cluster().target() + ", not about these images.");
        }
        if (!asked.weights().isEmpty()) {
            words.add("Percent agreement and the coefficients beside α have " + asked.weights()
                    + " weights, but for answers of several labels, which have none.");
        }
        return words;
    }
}
