package codeframe.run.review;

import codeframe.codebook.Variable;
import codeframe.run.Run;

/**
 * A line of the list of reviews.
 *
 * @param total of all categories
 */
public record EarlierSweep(Run run, Review review, Variable variable, ReviewTally total) {
    /** Where it goes on, or what came of it. */
    public String path() {
        var path = "/projects/" + run.projectId() + "/runs/" + run.id() + "/sweeps/" + review.id();
        return total.open() == 0 ? path + "/result" : path;
    }

    public long done() {
        return total.judged() + total.skipped();
    }
}
