package codeframe.statistics.agreement;

/** Where the agreement expected by chance is read from: sums over units of what coders chose, in all or each alone. */
interface Chance {
    /** How many sums it takes. */
    int length();

    /** A unit's part in the sums, which start at a place; its tally is made already. */
    void contribute(int unit, Contribution into, int from);

    /** @param coded how many units have a code */
    Expected read(double[] sums, int from, double coded);

    /** As the sums have it. */
    interface Expected {
        /** Whether a coder whose own shares count gave no code. */
        boolean idle();

        double agreement();

        OfUnit ofUnits();
    }

    /** What one unit adds to chance in Gwet's linearisation (2014, ch. 5; irrCAC .raw). */
    interface OfUnit {
        double of(int unit, CategoryTally tally);
    }
}
