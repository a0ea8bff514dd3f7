package codeframe.statistics.agreement;

/** The percent agreements that count pairs or whole units; the mean over units is {@link ChanceCorrected#percent}. */
public final class PairAgreement implements UnitSums {
    private final Codes codes;
    private final Share share;

    private PairAgreement(Codes codes, Share share) {
        this.codes = codes;
        this.share = share;
    }

    private interface Share {
        void of(CategoryTally tally, Contribution into);
    }

    /** 1 − D_o: every unit counts as often as it has codes (Krippendorff 2011; Artstein and Poesio 2008). */
    public static PairAgreement byPairs(Codes codes) {
        return new PairAgreement(codes, (tally, into) -> {
            double pairs = 0;
            for (int i = 0; i < tally.distinct(); i++) {
                pairs += tally.count(i) * (tally.count(i) - 1.0);
            }
            into.add(0, pairs / (tally.total() - 1));
            into.add(1, tally.total());
        });
    }

    /** The share of units with two codes or more on which all codes are the same (irr's agree, tidycomm). */
    public static PairAgreement allEqual(Codes codes) {
        return new PairAgreement(codes, (tally, into) -> {
            into.add(0, tally.distinct() == 1 ? 1 : 0);
            into.add(1, 1);
        });
    }

    /**
     * Specific agreement Σ n_uk(n_uk − 1)/Σ n_uk(m_u − 1): of the pairs that contain the category, how many share it
     * (Cicchetti and Feinstein 1990; Uebersax 1982); positive and negative agreement for two categories.
     */
    public static PairAgreement specific(Codes codes, int category) {
        return new PairAgreement(codes, (tally, into) -> {
            double count = tally.countOf(category);
            if (count > 0) {
                into.add(0, count * (count - 1));
                into.add(1, count * (tally.total() - 1));
            }
        });
    }

    @Override
    public int units() {
        return codes.units();
    }

    @Override
    public int length() {
        return 2;
    }

    @Override
    public void contribute(int unit, Contribution into) {
        codes.tally(unit, into.tally);
        if (into.tally.total() >= 2) {
            share.of(into.tally, into);
        }
    }

    @Override
    public double least() {
        return 0;
    }

    @Override
    public Figure figure(double[] sums) {
        return Figure.ratio(sums[0], sums[1] < 1e-6 ? 0 : sums[1], "no pair of codes to compare");
    }
}
