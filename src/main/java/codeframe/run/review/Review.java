package codeframe.run.review;

import java.time.Instant;

/**
 * A right/wrong sweep over drawn images of a run: an impression, never gold.
 *
 * @param design random, or stratified: as many of each category
 * @param size how many images were drawn
 */
public record Review(
        long id, long runId, String variable, String design, long seed, int size, String createdBy, Instant createdAt) {
    public boolean stratified() {
        return design.equals("stratified");
    }
}
