package codeframe.coding.sample;

import codeframe.codebook.Unit;
import codeframe.db.Json;
import codeframe.image.ImageFilter;
import java.time.Instant;
import java.util.List;

/**
 * A drawn set of images with its design.
 *
 * @param frame which images it was drawn from: the gallery's query, and what was left out
 * @param strata how the frame was divided and what each part gave, see {@link Strata}
 * @param overlap share of the images that {@code codersEach} people code; the rest has one coder
 * @param unit what was drawn and is coded; of posts and videos the leads stand for them
 * @param note what people wrote on it, or empty
 * @param openedWith what opening a test sample froze, or null
 */
public record Sample(
        long id,
        long projectId,
        String name,
        Purpose purpose,
        Design design,
        long codebookVersionId,
        int codebookVersion,
        List<String> variables,
        Json frame,
        int frameSize,
        Json strata,
        int size,
        long seed,
        double overlap,
        int codersEach,
        boolean hidePost,
        GoldRule goldRule,
        Instant closedAt,
        Instant openedAt,
        String openedBy,
        Json openedWith,
        String createdBy,
        Instant createdAt,
        String note,
        Unit unit) {

    public String path() {
        return "/projects/" + projectId + "/samples/" + id;
    }

    /** Nobody may see machine results on its images. */
    public boolean sealed() {
        return purpose == Purpose.TEST && openedAt == null;
    }

    public boolean closed() {
        return closedAt != null;
    }

    /** Whether figures may be computed from it: a hand-picked sample speaks for itself alone. */
    public boolean entersEstimates() {
        return design != Design.HANDPICKED;
    }

    /** The images it was drawn from, as the gallery shows them. */
    public ImageFilter filter() {
        return ImageFilter.fromQuery(frame.tree().path("query").asText(""));
    }

    /**
     * How many images the frame left out: {@code opposite} for the sake of dev and test, {@code hidden} for blindness,
     * {@code shown} because coders know them; {@code known} are those that it kept although coders know them.
     */
    public int leftOut(String why) {
        return frame.tree().path(why).asInt(0);
    }
}
