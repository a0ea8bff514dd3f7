package codeframe.feature.work;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What a source does in the background. It makes way for others again and again, and goes on where it was. */
public interface FeatureJob {
    /** After how long images are looked for again that were claimed and came to nothing. */
    Duration OTHERS = Duration.ofSeconds(5);

    /** It cannot go on here and now; a little later or on another node it may. */
    final class NotNow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final boolean costly;

        public NotNow(String sentence) {
            this(sentence, false);
        }

        /** @param costly whether the attempt may have cost money for nothing, and so may the next */
        public NotNow(String sentence, boolean costly) {
            super(sentence, null, false, false);
            this.costly = costly;
        }

        public boolean isCostly() {
            return costly;
        }
    }

    /**
     * @param over whether others are to have their turn
     * @return after how long it goes on; never where the source has ended
     */
    Optional<Duration> run(long source, BooleanSupplier over) throws InterruptedException;

    /** What is done with some of the images that wait. */
    interface Round {
        /** @return for how long it must rest, as when a service asked for peace */
        Optional<Duration> take(FeatureRuns.Going going, List<Long> images) throws InterruptedException;
    }

    /** Round by round, until no image waits, the source is stopped or its time is over. */
    static Optional<Duration> rounds(FeatureRuns runs, long source, int most, BooleanSupplier over, Round round)
            throws InterruptedException {
        while (!over.getAsBoolean()) {
            var going = runs.going(source);
            if (going.isEmpty()) {
                return Optional.empty();
            }
            var images = runs.claim(source, most);
            if (images.isEmpty()) {
                // Images that were claimed and came to nothing are free later.
                return runs.finish(source) ? Optional.empty() : Optional.of(OTHERS);
            }
            var rest = taken(runs, source, going.get(), images, round);
            if (rest.isPresent()) {
                return rest;
            }
        }
        return Optional.of(Duration.ZERO);
    }

    /** What was not settled when something went wrong is free at once. */
    private static Optional<Duration> taken(
            FeatureRuns runs, long source, FeatureRuns.Going going, List<Long> images, Round round)
            throws InterruptedException {
        try {
            return round.take(going, images);
        } catch (RuntimeException mishap) {
            runs.release(source, images);
            throw mishap;
        }
    }
}
