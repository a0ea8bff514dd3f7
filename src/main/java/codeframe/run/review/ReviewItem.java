package codeframe.run.review;

/**
 * One drawn image.
 *
 * @param value what the run said when the image was drawn
 * @param verdict right, wrong, skipped, or null as long as nobody judged
 * @param correct the category that a wrong one should have had, or null
 */
public record ReviewItem(int position, long image, String path, String value, String verdict, String correct) {
    public boolean wrong() {
        return "wrong".equals(verdict);
    }
}
