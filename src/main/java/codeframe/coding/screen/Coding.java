package codeframe.coding.screen;

import codeframe.codebook.Codebook;
import codeframe.codebook.Codebooks;
import codeframe.web.Problem;
import java.time.Clock;
import java.util.List;

/** Coding a sample: what comes next, and what was decided. */
public final class Coding {
    private static final int STRIP = 10;

    private final Desks desks;
    private final Claims claims;
    private final Items items;
    private final Decisions decisions;
    private final Codebooks codebooks;
    private final Clock clock;

    /** The rows behind a desk. */
    public record Rows(Desks desks, Claims claims, Items items, Decisions decisions) {}

    public Coding(Rows rows, Codebooks codebooks, Clock clock) {
        this.desks = rows.desks();
        this.claims = rows.claims();
        this.items = rows.items();
        this.decisions = rows.decisions();
        this.codebooks = codebooks;
        this.clock = clock;
    }

    public Desk desk(long project, long sample, long user) {
        return desks.desk(project, sample, user).orElseThrow(() -> new Problem.NotFound("sample for you to code"));
    }

    public List<Desks.Open> open(long project, long user) {
        return desks.of(project, user);
    }

    public boolean autoAdvance(long user) {
        return desks.autoAdvance(user);
    }

    public void setAutoAdvance(long user, boolean autoAdvance) {
        desks.setAutoAdvance(user, autoAdvance);
    }

    public Desks.Progress progress(Desk desk) {
        return desks.progress(desk.sample(), desk.coder());
    }

    /** The images that the coder holds, filled up to four; none of a sample that is closed. */
    public List<Item> next(Desk desk) {
        if (desk.closed()) {
            return List.of();
        }
        return items(desk, claims.hold(desk.sample(), desk.coder(), clock.instant()));
    }

    private List<Item> items(Desk desk, List<Long> images) {
        return items.rows(desk.sample(), desk.coder(), images).stream()
                .map(row -> Item.of(desk, row))
                .toList();
    }

    /** An image that the coder holds or has decided; what only others code is not there. */
    public Item own(Desk desk, long image) {
        return items.own(desk.sample(), desk.coder(), image)
                .map(row -> Item.of(desk, row))
                .orElseThrow(() -> new Problem.NotFound("image for you to code in this sample"));
    }

    public List<Item> latest(Desk desk) {
        return items.latest(desk.sample(), desk.coder(), STRIP).stream()
                .map(row -> Item.of(desk, row))
                .toList();
    }

    public void decide(Desk desk, Decision decision) {
        decisions.save(desk, decision, checked(desk, decision), clock.instant());
    }

    /** By the version that the form was made from: a newer one may have come while the coder looked at it. */
    private Decisions.Checked checked(Desk desk, Decision decision) {
        if (decision.version() == desk.number()) {
            return checked(desk.version(), desk.codebook(), decision);
        }
        var made = codebooks
                .version(desk.project(), decision.version())
                .filter(version -> version.publishedAt() != null)
                .orElseThrow(() -> new Problem.Invalid(
                        "There is no version " + decision.version() + " of this codebook; load the page again."));
        return checked(made.id(), desk.asked(made.codebook()), decision);
    }

    private static Decisions.Checked checked(long version, Codebook codebook, Decision decision) {
        return new Decisions.Checked(version, codebook.keys(), DecisionCheck.codes(codebook, decision.answers()));
    }

    /** Nothing happens where the coder does not hold the image: a browser sends again what it has no answer to. */
    public void skip(Desk desk, long image) {
        claims.skip(desk.sample(), desk.coder(), image);
    }
}
