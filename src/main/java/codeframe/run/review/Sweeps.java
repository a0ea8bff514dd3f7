package codeframe.run.review;

import codeframe.codebook.Variable;
import codeframe.run.Run;
import codeframe.run.RunViews;
import codeframe.web.Problem;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws reviews and takes their judgements. */
public final class Sweeps {
    private static final Set<String> VERDICTS = Set.of("right", "wrong", "skipped");
    private static final int AHEAD = 3;

    private final Reviews reviews;
    private final RunViews views;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Sweeps(Reviews reviews, RunViews views, Clock clock) {
        this.reviews = reviews;
        this.views = views;
        this.clock = clock;
    }

    List<Variable> variables(Run run) {
        return views.variables(run);
    }

    List<EarlierSweep> earlier(Run run, long viewer) {
        var variables = variables(run);
        var tallies = reviews.judged(run.projectId(), run.id(), run.coderId(), viewer).stream()
                .collect(Collectors.toMap(Reviews.Judged::review, Reviews.Judged::tally));
        return reviews.reviews(run.id()).stream()
                .map(review -> new EarlierSweep(
                        run,
                        review,
                        variable(variables, review.variable()),
                        tallies.getOrDefault(review.id(), ReviewTally.NONE)))
                .toList();
    }

    long draw(Run run, SweepForm form, long user) {
        var variable = variable(run, form.variable());
        long seed = form.seed().isEmpty() ? random.nextInt(1_000_000) : Long.parseLong(form.seed());
        int values = Math.max(1, variable.values().size());
        int each = form.stratified() ? Math.max(1, form.number() / values) : form.number();
        return reviews.draw(
                run.projectId(),
                run.id(),
                run.coderId(),
                variable.key(),
                form.design(),
                seed,
                form.number(),
                each,
                user);
    }

    Review review(Run run, long id) {
        return reviews.review(run.id(), id).orElseThrow(() -> new Problem.NotFound("sweep"));
    }

    Sweep sweep(Run run, long id, long viewer) {
        return of(run, review(run, id), viewer);
    }

    private Sweep of(Run run, Review review, long viewer) {
        var looking = Reviews.Looking.at(run, review, viewer);
        var variable = variable(run, review.variable());
        var order = variable.values();
        var tallies = reviews.tallies(looking).stream()
                .sorted(Comparator.comparingInt((ReviewTally tally) -> order.indexOf(tally.value()))
                        .thenComparing(ReviewTally::value))
                .toList();
        return new Sweep(run, review, variable, reviews.open(looking, AHEAD), reviews.last(looking), tallies);
    }

    private Variable variable(Run run, String key) {
        return variable(variables(run), key);
    }

    private static Variable variable(List<Variable> variables, String key) {
        return variables.stream()
                .filter(variable -> variable.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("variable"));
    }

    List<ReviewItem> wrongOnes(Sweep sweep, long viewer) {
        return reviews.wrongOnes(Reviews.Looking.at(sweep.run(), sweep.review(), viewer));
    }

    /** A second judgement of the same image changes nothing: a key pressed twice judges once. */
    void judge(Review review, int position, String verdict) {
        if (!VERDICTS.contains(verdict)) {
            throw new Problem.Invalid("An image is right, wrong or skipped.");
        }
        reviews.judge(review.id(), position, verdict, clock.instant());
    }

    void undo(Review review) {
        reviews.undo(review.id());
    }

    void correct(Sweep sweep, int position, String value) {
        if (!sweep.variable().values().contains(value)) {
            throw new Problem.Invalid("The right category must be one of the codebook's.");
        }
        reviews.correct(sweep.review().id(), position, value);
    }
}
