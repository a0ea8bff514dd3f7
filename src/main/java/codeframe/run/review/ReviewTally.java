package codeframe.run.review;

import codeframe.statistics.agreement.Wilson;
import codeframe.web.plot.Estimate;
import java.util.Optional;

/** How the images that a run gave one value were judged. */
public record ReviewTally(String value, long right, long wrong, long skipped, long open) {
    static final ReviewTally NONE = new ReviewTally("", 0, 0, 0, 0);

    public long judged() {
        return right + wrong;
    }

    public ReviewTally and(ReviewTally other) {
        return new ReviewTally(
                value, right + other.right, wrong + other.wrong, skipped + other.skipped, open + other.open);
    }

    /** The share of right ones with its Wilson interval; empty when none was judged. */
    public Optional<Estimate> share(String label) {
        if (judged() == 0) {
            return Optional.empty();
        }
        var limits = Wilson.interval((double) right, (double) judged());
        return Optional.of(Estimate.between(label, (double) right / judged(), limits.low(), limits.high(), judged()));
    }
}
