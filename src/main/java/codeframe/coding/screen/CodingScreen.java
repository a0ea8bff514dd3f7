package codeframe.coding.screen;

import codeframe.codebook.Codebook;
import codeframe.codebook.Unit;
import codeframe.db.Json;
import codeframe.image.ShownPicture;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The coding screen as it is opened.
 *
 * @param here the image on the screen; absent when there is nothing left to code
 * @param unread a version of the codebook that the coder has not read yet
 * @param again how many of the coder's images a change of the codebook touches
 * @param ahead what the coder holds, the first of them usually {@code here}
 */
public record CodingScreen(
        CoderAssignment assignment,
        Codebook codebook,
        Optional<CodingItem> here,
        List<CodingItem> ahead,
        List<CodingItem> latest,
        CoderAssignments.Progress progress,
        boolean autoAdvance,
        Optional<CodebookChanges.Newer> unread,
        int again,
        AnswerSheet sheet) {

    /** What the script of the screen begins with. */
    record Start(
            String path,
            long sample,
            long coder,
            int version,
            boolean closed,
            Unit unit,
            List<String> words,
            Long here,
            List<CodingItem> items,
            List<CodingItem> latest,
            CoderAssignments.Progress progress) {}

    public String start() {
        return Json.of(new Start(
                        assignment.path(),
                        assignment.sample(),
                        assignment.coder(),
                        assignment.number(),
                        assignment.closed(),
                        assignment.unit(),
                        List.of(assignment.unit().one(), assignment.unit().many()),
                        here.map(CodingItem::image).orElse(null),
                        items(),
                        latest,
                        progress))
                .text();
    }

    private List<CodingItem> items() {
        var items = new ArrayList<>(ahead);
        here.filter(item -> ahead.stream().noneMatch(one -> one.image() == item.image()))
                .ifPresent(items::add);
        return items;
    }

    /** Its pictures where a post of several is on the screen. */
    public List<ShownPicture> pictures() {
        return here.map(CodingItem::pictures).orElse(List.of());
    }

    /** What stands large as the screen is opened. */
    public Optional<ShownPicture> large() {
        return pictures().isEmpty()
                ? here.map(item -> new ShownPicture(
                        item.image(),
                        item.width(),
                        item.height(),
                        item.file(),
                        item.original(),
                        item.small(),
                        item.video()))
                : Optional.of(pictures().get(0));
    }

    /** For the form without a script; the script makes its own. */
    public String decision() {
        return UUID.randomUUID().toString();
    }

    /** "12 coded · up to 38 left · about 3 min" */
    public String standing() {
        var words = NumberText.count(progress.done()) + " coded · " + left();
        long seconds = Math.round(progress.pace() * progress.left());
        return seconds == 0 ? words : words + " · about " + NumberText.duration(seconds);
    }

    private String left() {
        return progress.left() == 0 ? "none left" : NumberText.count(progress.left()) + " left";
    }
}
