package codeframe.llm.ask;

import codeframe.llm.price.Answered;
import java.util.function.DoubleSupplier;

/** How many tokens a server counts for each of ours, at most; asked of the ledger anew every second. */
final class LearntRatio implements DoubleSupplier {
    private static final long FRESH = 1_000_000_000;

    private final Answered answered;
    private final long server;
    private final String model;
    private final boolean told;
    private double ratio;
    private long readAt;

    LearntRatio(Answered answered, long server, String model, boolean told) {
        this.answered = answered;
        this.server = server;
        this.model = model;
        this.told = told;
        read();
    }

    private void read() {
        ratio = answered.highestRatio(server, model, told)
                .map(seen -> Math.max(1, seen))
                .orElseGet(() -> Tariff.unlearnt(model));
        readAt = System.nanoTime();
    }

    @Override
    public synchronized double getAsDouble() {
        if (System.nanoTime() - readAt > FRESH) {
            read();
        }
        return ratio;
    }
}
