package codeframe.coding.screen;

import codeframe.codebook.Codebook;
import codeframe.codebook.Codebooks;
import codeframe.codebook.Unit;
import codeframe.image.ShownVideo;
import codeframe.image.UnitPictures;
import codeframe.web.Problem;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Coding a sample: what comes next, and what was decided. */
public final class Coding {
    private static final int STRIP = 10;

    private final CoderAssignments assignments;
    private final Claims claims;
    private final CodingItems items;
    private final Decisions decisions;
    private final Codebooks codebooks;
    private final Clock clock;

    /** The rows behind a coder's assignment. */
    public record Rows(CoderAssignments assignments, Claims claims, CodingItems items, Decisions decisions) {}

    public Coding(Rows rows, Codebooks codebooks, Clock clock) {
        this.assignments = rows.assignments();
        this.claims = rows.claims();
        this.items = rows.items();
        this.decisions = rows.decisions();
        this.codebooks = codebooks;
        this.clock = clock;
    }

    public CoderAssignment assignment(long project, long sample, long user) {
        return assignments
                .assignment(project, sample, user)
                .orElseThrow(() -> new Problem.NotFound("sample for you to code"));
    }

    public List<CoderAssignments.Open> open(long project, long user) {
        return assignments.of(project, user, clock.instant());
    }

    public boolean autoAdvance(long user) {
        return assignments.autoAdvance(user);
    }

    public void setAutoAdvance(long user, boolean autoAdvance) {
        assignments.setAutoAdvance(user, autoAdvance);
    }

    public CoderAssignments.Progress progress(CoderAssignment assignment) {
        return assignments.progress(assignment.sample(), assignment.coder(), clock.instant());
    }

    /** The images that the coder holds, filled up to four; none of a sample that is closed. */
    public List<CodingItem> next(CoderAssignment assignment) {
        if (assignment.closed()) {
            return List.of();
        }
        return items(assignment, claims.hold(assignment.sample(), assignment.coder(), clock.instant()));
    }

    private List<CodingItem> items(CoderAssignment assignment, List<Long> images) {
        return shown(assignment, items.rows(assignment.sample(), assignment.coder(), images));
    }

    /** With the pictures of the posts, where posts are coded. */
    private List<CodingItem> shown(CoderAssignment assignment, List<CodingItems.Row> rows) {
        var leads = rows.stream().map(CodingItems.Row::image).toList();
        Map<Long, List<UnitPictures.Part>> pictures =
                assignment.unit() == Unit.POST ? items.ofPosts(assignment.project(), leads) : Map.of();
        var videos = videos(assignment, leads, pictures.values());
        return rows.stream()
                .map(row -> CodingItem.of(assignment, row, pictures.getOrDefault(row.image(), List.of()), videos))
                .toList();
    }

    /** Of posts also those behind their leads; where images are coded there are none. */
    private Map<Long, ShownVideo> videos(
            CoderAssignment assignment, List<Long> leads, Collection<List<UnitPictures.Part>> posts) {
        if (assignment.unit() == Unit.IMAGE) {
            return Map.of();
        }
        var parts = posts.stream().flatMap(List::stream).map(UnitPictures.Part::image);
        return items.videos(
                assignment.project(),
                Stream.concat(leads.stream(), parts).distinct().toList());
    }

    /** An image that the coder holds or has decided; what only others code is not there. */
    public CodingItem own(CoderAssignment assignment, long image) {
        return items.own(assignment.sample(), assignment.coder(), image)
                .map(row -> shown(assignment, List.of(row)).get(0))
                .orElseThrow(() -> items.absent(assignment.project(), image, "image for you to code in this sample"));
    }

    public List<CodingItem> latest(CoderAssignment assignment) {
        return shown(assignment, items.latest(assignment.sample(), assignment.coder(), STRIP));
    }

    public void decide(CoderAssignment assignment, Decision decision) {
        decisions.save(assignment, decision, checked(assignment, decision), clock.instant());
    }

    /** By the version that the form was made from: a newer one may have come while the coder looked at it. */
    private Decisions.Checked checked(CoderAssignment assignment, Decision decision) {
        if (decision.version() == assignment.number()) {
            return checked(assignment.version(), assignment.codebook(), decision);
        }
        var made = codebooks
                .version(assignment.project(), decision.version())
                .filter(version -> version.publishedAt() != null)
                .orElseThrow(() -> new Problem.Invalid(
                        "There is no version " + decision.version() + " of this codebook; load the page again."));
        return checked(made.id(), assignment.asked(made.codebook()), decision);
    }

    private static Decisions.Checked checked(long version, Codebook codebook, Decision decision) {
        return new Decisions.Checked(version, codebook.keys(), DecisionCheck.codes(codebook, decision.answers()));
    }

    /** Nothing happens where the coder does not hold the image: a browser sends again what it has no answer to. */
    public void skip(CoderAssignment assignment, long image) {
        claims.skip(assignment.sample(), assignment.coder(), image);
    }
}
