package codeframe.coding.screen;

import codeframe.codebook.Codebook;
import codeframe.db.Json;
import codeframe.web.Figures;
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
public record Screen(
        Desk desk,
        Codebook codebook,
        Optional<Item> here,
        List<Item> ahead,
        List<Item> latest,
        Desks.Progress progress,
        boolean autoAdvance,
        Optional<News.Newer> unread,
        int again,
        AnswerSheet sheet) {

    /** What the script of the screen begins with. */
    record Start(
            String path,
            long sample,
            long coder,
            int version,
            boolean closed,
            Long here,
            List<Item> items,
            List<Item> latest,
            Desks.Progress progress) {}

    public String start() {
        return Json.of(new Start(
                        desk.path(),
                        desk.sample(),
                        desk.coder(),
                        desk.number(),
                        desk.closed(),
                        here.map(Item::image).orElse(null),
                        items(),
                        latest,
                        progress))
                .text();
    }

    private List<Item> items() {
        var items = new ArrayList<>(ahead);
        here.filter(item -> ahead.stream().noneMatch(one -> one.image() == item.image()))
                .ifPresent(items::add);
        return items;
    }

    /** For the form without a script; the script makes its own. */
    public String decision() {
        return UUID.randomUUID().toString();
    }

    /** "12 coded · up to 38 left · about 3 min" */
    public String standing() {
        var words = Figures.count(progress.done()) + " coded · " + left();
        long seconds = Math.round(progress.pace() * progress.left());
        return seconds == 0 ? words : words + " · about " + Figures.duration(seconds);
    }

    private String left() {
        return progress.left() == 0 ? "none left" : Figures.count(progress.left()) + " left";
    }
}
