package codeframe.report.results;

import java.util.List;

/**
 * The shares of all categories in one group.
 *
 * @param images that the coder dealt with
 * @param gold images of them that have gold
 * @param unanswered images of them to which the coder gave no answer
 */
public record GroupShares(String group, long images, long gold, long unanswered, List<ResultShare> shares) {
    /** Whether there is a corrected share of every category. */
    public boolean corrected() {
        return !shares.isEmpty()
                && shares.stream().allMatch(share -> share.corrected().number().isPresent());
    }
}
