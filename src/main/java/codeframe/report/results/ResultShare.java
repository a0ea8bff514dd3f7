package codeframe.report.results;

import codeframe.statistics.agreement.Figure;

/**
 * How common a category is in a group.
 *
 * @param n images to which the coder gave it
 * @param coded the share as it was coded
 * @param corrected for the coder's errors and for how the images were drawn; undefined, with the reason, where it cannot be
 */
public record ResultShare(String category, long n, Figure coded, Figure corrected) {
    /** What is shown by default: corrected, or the reason why not. */
    public Figure shown(boolean corrects) {
        return corrects ? corrected : coded;
    }
}
