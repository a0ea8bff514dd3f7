package codeframe.statistics.validation;

import java.util.stream.IntStream;

/** What an abstention (no answer, a refusal, "review") counts as; the choice is the reader's and is printed. */
public enum Abstention {
    /** Stays in n: missed by its gold class, and charged to no predicted class. */
    ERROR {
        @Override
        public Predictions apply(Predictions predictions) {
            return predictions;
        }
    },
    /** Leaves the unit out. */
    MISSING {
        @Override
        public Predictions apply(Predictions given) {
            var kept = IntStream.range(0, given.units())
                    .filter(unit -> given.predicted()[unit] != Predictions.ABSTAINED)
                    .toArray();
            return new Predictions(
                    given.classes(),
                    IntStream.of(kept).map(unit -> given.gold()[unit]).toArray(),
                    IntStream.of(kept).map(unit -> given.predicted()[unit]).toArray(),
                    IntStream.of(kept).mapToDouble(unit -> given.weight()[unit]).toArray(),
                    given.design().ofUnits(kept));
        }
    },
    /** Is a class like any other, the last one. */
    OWN_CLASS {
        @Override
        public Predictions apply(Predictions given) {
            int own = given.classes();
            var predicted = IntStream.of(given.predicted())
                    .map(label -> label == Predictions.ABSTAINED ? own : label)
                    .toArray();
            return new Predictions(own + 1, given.gold(), predicted, given.weight(), given.design());
        }
    };

    public abstract Predictions apply(Predictions predictions);
}
