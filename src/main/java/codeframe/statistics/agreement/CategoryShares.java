package codeframe.statistics.agreement;

/** π_k: the mean over units of the share of their codes that fell into a category (Gwet 2014, ch. 2). */
record CategoryShares(int categories, ChanceRule rule) implements Chance {
    @Override
    public int length() {
        return categories;
    }

    @Override
    public void contribute(int unit, Contribution into, int from) {
        var tally = into.tally;
        double m = tally.total();
        for (int i = 0; i < tally.distinct(); i++) {
            into.add(from + tally.category(i), tally.count(i) / m);
        }
    }

    @Override
    public Expected read(double[] sums, int from, double coded) {
        var shares = new double[categories];
        for (int k = 0; k < categories; k++) {
            shares[k] = sums[from + k] / coded;
        }
        return new ByRule(rule, shares);
    }

    private record ByRule(ChanceRule rule, double[] shares) implements Expected {
        @Override
        public boolean idle() {
            return false;
        }

        @Override
        public double agreement() {
            return rule.expected(shares);
        }

        @Override
        public OfUnit ofUnits() {
            var slope = rule.slope(shares);
            return (unit, tally) -> {
                double chance = 0;
                for (int i = 0; i < tally.distinct(); i++) {
                    chance += tally.count(i) * slope[tally.category(i)];
                }
                return chance / tally.total();
            };
        }
    }
}
