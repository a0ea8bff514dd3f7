package codeframe.feature;

import codeframe.web.NumberText;
import java.util.List;

/**
 * What became of a file of features: every row either names an image, or has its reason.
 *
 * @param rows rows of the table, or items of JSON
 * @param matched rows that name an image of the project
 * @param images images that the file names
 * @param of images of the project at that time
 * @param told sentences about rows: what was not taken of them and why; the first of them
 * @param tellings how many such sentences there are
 * @param columns which column was taken for what
 */
public record FeatureReport(
        long rows,
        long matched,
        long images,
        long of,
        List<Told> told,
        long tellings,
        List<String> remarks,
        List<Column> columns) {
    /** As many sentences are kept. */
    public static final int KEPT = 10_000;

    public record Told(long row, String reason) {}

    public record Column(String name, String use) {}

    public long unmatched() {
        return rows - matched;
    }

    /** For the audit trail. */
    public String event(String name, String file) {
        return "imported features of %s as %s, from %s"
                .formatted(NumberText.count(images, "image", "images"), name, file);
    }
}
