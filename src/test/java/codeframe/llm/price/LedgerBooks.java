package codeframe.llm.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** What a careful bookkeeper writes down beside the ledger: every run's cap and every request, by the rules in words. */
final class LedgerBooks {
    /** A request that the ledger has taken. */
    static final class Entry {
        final long id;
        final long run;
        final long image;
        final Long batch;
        final Price price;
        final BigDecimal atMost;
        final long sentAt;
        String state = "sent";
        BigDecimal cost = BigDecimal.ZERO;

        Entry(long id, long run, long image, Long batch, Price price, BigDecimal atMost, long sentAt) {
            this.id = id;
            this.run = run;
            this.image = image;
            this.batch = batch;
            this.price = price;
            this.atMost = atMost;
            this.sentAt = sentAt;
        }

        boolean is(String word) {
            return state.equals(word);
        }

        void ends(String word, BigDecimal charged) {
            state = word;
            cost = charged;
        }
    }

    final List<Entry> entries = new ArrayList<>();

    /** What is spent on a run: every receipt, and what is lost at the most it can have cost. */
    BigDecimal spent(long run) {
        return sum(run, entry -> !entry.is("sent"), entry -> entry.cost);
    }

    BigDecimal reserved(long run) {
        return sum(run, entry -> entry.is("sent"), entry -> entry.atMost);
    }

    private BigDecimal sum(long run, Predicate<Entry> which, java.util.function.Function<Entry, BigDecimal> what) {
        return entries.stream()
                .filter(entry -> entry.run == run && which.test(entry))
                .map(what)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean affords(long run, BigDecimal atMost, BigDecimal cap) {
        return spent(run).add(reserved(run)).add(atMost).compareTo(cap) <= 0;
    }

    void lose(Predicate<Entry> which) {
        entries.stream()
                .filter(entry -> entry.is("sent") && entry.batch == null && which.test(entry))
                .forEach(entry -> entry.ends("lost", entry.atMost));
    }

    /** Dollars for tokens, worked out anew: exact to the picodollar, and up from there. */
    static BigDecimal cost(Price price, Long batch, int input, int cached, int output) {
        var exact = price.input()
                .multiply(BigDecimal.valueOf(input - cached))
                .add(price.cachedInput().multiply(BigDecimal.valueOf(cached)))
                .add(price.output().multiply(BigDecimal.valueOf(output)))
                .movePointLeft(6);
        var up = exact.setScale(12, RoundingMode.UP);
        return batch == null ? up : up.multiply(price.batchFactor());
    }

    /** With as many digits as a form takes, so that nothing comes out even. */
    static Price price(RandomGenerator random, java.time.LocalDate day) {
        return new Price("eye", day, dollars(random), dollars(random), dollars(random), new BigDecimal("0.333333333"));
    }

    private static BigDecimal dollars(RandomGenerator random) {
        return BigDecimal.valueOf(random.nextLong(40_000_000_000L), 9);
    }
}
