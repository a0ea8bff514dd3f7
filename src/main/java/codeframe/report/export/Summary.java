package codeframe.report.export;

import codeframe.coding.sample.Withheld;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.Selection;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The counts that stand above the download button and hold for the file below it.
 *
 * @param further posts that show a picture again, where each has a row
 * @param withoutCode codings that have no code but a flag or a note
 * @param secondCodes codes of images that came to their coders again
 * @param renamed metadata columns that give way to one of ours, by their original name
 */
public record Summary(
        long images,
        long further,
        long rowsWithoutImage,
        long codes,
        long withoutCode,
        long secondCodes,
        int columns,
        Map<String, String> renamed,
        List<Line> lines,
        Withheld withheld) {

    /** One coder; {@code ended} adds up to the images of the project. */
    public record Line(ReportedCoder coder, List<ExportCounts.Coded> coded, List<ExportCounts.Ended> ended) {
        public long codes() {
            return coded.stream().mapToLong(ExportCounts.Coded::codes).sum();
        }

        /** "12 images, 5 posts" */
        public String counted() {
            return coded.isEmpty()
                    ? NumberText.count(0)
                    : coded.stream().map(one -> one.unit().count(one.n())).collect(Collectors.joining(", "));
        }
    }

    static Summary of(Selection selection, ExportCounts counts, boolean posts, WideColumns columns, Withheld withheld) {
        long images = counts.images(selection.project());
        var coded =
                counts.coded(selection.project(), selection.coderIds(), selection.keys(), selection.viewer()).stream()
                        .collect(Collectors.groupingBy(ExportCounts.Coded::coder));
        var ended = counts.ended(selection.project(), selection.coderIds(), selection.viewer()).stream()
                .collect(Collectors.groupingBy(ExportCounts.Ended::coder));
        var lines = selection.coders().stream()
                .map(coder -> new Line(
                        coder,
                        coded.getOrDefault(coder.id(), List.of()),
                        words(coder, images, ended.getOrDefault(coder.id(), List.of()))))
                .toList();
        long codes = lines.stream().mapToLong(Line::codes).sum();
        return new Summary(
                images,
                posts ? counts.furtherPosts(selection.project()) : 0,
                counts.rowsWithoutImage(selection.project(), posts),
                codes,
                counts.withoutCode(selection.project(), selection.coderIds(), selection.viewer()),
                counts.secondCodes(selection.project(), selection.coderIds(), selection.keys(), selection.viewer()),
                columns.names().size(),
                columns.renamed(),
                lines,
                withheld);
    }

    private static List<ExportCounts.Ended> words(ReportedCoder coder, long images, List<ExportCounts.Ended> ended) {
        var words = new ArrayList<ExportCounts.Ended>();
        ended.forEach(one ->
                words.add(new ExportCounts.Ended(coder.id(), Outcomes.word(coder, one.outcome()), one.images())));
        long others =
                images - ended.stream().mapToLong(ExportCounts.Ended::images).sum();
        if (others > 0) {
            words.add(new ExportCounts.Ended(coder.id(), Outcomes.word(coder, null), others));
        }
        return words;
    }

    public long rowsOfLong() {
        return codes + withoutCode + secondCodes;
    }

    public long rowsOfWide() {
        return images + further + rowsWithoutImage;
    }
}
