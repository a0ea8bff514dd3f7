package codeframe.run.review;

import codeframe.codebook.Variable;
import codeframe.run.Run;
import codeframe.web.plot.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A review as its page shows it.
 *
 * @param ahead the image to judge now, and the next few, which the browser fetches meanwhile
 * @param last the image judged last
 * @param tallies in the order of the codebook
 */
public record Sweep(
        Run run,
        Review review,
        Variable variable,
        List<ReviewItem> ahead,
        Optional<ReviewItem> last,
        List<ReviewTally> tallies) {

    public String path() {
        return "/projects/" + run.projectId() + "/runs/" + run.id() + "/sweeps/" + review.id();
    }

    public Optional<ReviewItem> now() {
        return ahead.stream().findFirst();
    }

    public ReviewTally total() {
        return tallies.stream().reduce(ReviewTally.NONE, ReviewTally::and);
    }

    public long done() {
        var total = total();
        return total.judged() + total.skipped();
    }

    /** Drawn images whose results the person must not see, at least not yet. */
    public long withheld() {
        return review.size() - done() - total().open();
    }

    /** The shares of right ones by category and, where the draw allows it, over all. */
    public List<Estimate> shares() {
        var shares = new ArrayList<Estimate>();
        tallies.forEach(tally -> tally.share(variable.labelOf(tally.value())).ifPresent(shares::add));
        if (!review.stratified()) {
            total().share("All categories").ifPresent(shares::add);
        }
        return shares;
    }
}
