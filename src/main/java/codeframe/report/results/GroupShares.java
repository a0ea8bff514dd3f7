package codeframe.report.results;

import codeframe.report.figures.Unchecked;
import java.util.List;
import java.util.Optional;

/**
 * The shares of all categories in one group.
 *
 * @param images that the coder dealt with
 * @param gold images of them that have gold
 * @param unchecked images that got what no image with gold got
 * @param unanswered images of them to which the coder gave no answer
 * @param fewClusters warns where limits speak about new clusters and few of them hold a category in gold
 */
public record GroupShares(
        String group,
        long images,
        long gold,
        long unanswered,
        Optional<Unchecked> unchecked,
        Optional<String> fewClusters,
        List<ResultShare> shares) {
    /** Whether there is a corrected share of every category. */
    public boolean corrected() {
        return !shares.isEmpty()
                && shares.stream().allMatch(share -> share.corrected().number().isPresent());
    }
}
