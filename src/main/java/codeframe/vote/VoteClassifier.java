package codeframe.vote;

import codeframe.codebook.Unit;
import codeframe.codebook.Variable;
import codeframe.db.Json;
import codeframe.image.LeftOpen;
import codeframe.run.CannotRun;
import codeframe.run.Classifier;
import codeframe.run.Model;
import codeframe.run.Observed;
import codeframe.run.Run;
import codeframe.run.RunPlan;
import codeframe.run.Session;
import codeframe.web.Choice;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Codes images by counting what others said of them. Its models are the rules. */
public final class VoteClassifier implements Classifier {
    private static final Set<VoteRule> RULES_WITHOUT_FIT =
            EnumSet.of(VoteRule.MAJORITY, VoteRule.UNANIMOUS, VoteRule.CASCADE);

    private final VoteRows rows;

    public VoteClassifier(VoteRows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return "vote";
    }

    @Override
    public String newRunPath() {
        return "/votes/new";
    }

    @Override
    public List<Model> models() {
        return VoteRule.models();
    }

    @Override
    public boolean codes(Variable variable) {
        return Motion.possible(variable);
    }

    @Override
    public String cannotCode(Variable variable) {
        return "The variable \"" + variable.label()
                + "\" cannot be voted on: a number or a text has no options to count votes for.";
    }

    /** A vote on variables of posts is one of posts. */
    @Override
    public Unit unit(RunPlan plan) {
        return plan.chosen().stream().findFirst().map(Variable::unit).orElse(Unit.IMAGE);
    }

    @Override
    public Optional<String> objection(RunPlan plan) {
        return VoteTerms.read(plan.parameters()).mistake().or(() -> new VoteObjections(rows).to(plan));
    }

    @Override
    public RunPlan completed(RunPlan plan, int version) {
        var rule = VoteRule.named(plan.model()).orElseThrow();
        var terms = VoteTerms.of(plan);
        if (rule == VoteRule.WEIGHTED && terms.gold() == 0) {
            terms = terms.withGold(rows.devSamples(plan.project()).get(0));
        }
        var candidates = rows.candidates(plan.project()).stream()
                .collect(Collectors.toMap(VoteRows.Candidate::coder, VoteRows.Candidate::voter));
        return plan.with(terms.with(terms.voters().stream().map(candidates::get).toList(), rule));
    }

    @Override
    public List<Choice> described(Json parameters) {
        var words = new ArrayList<Choice>();
        words.add(new Choice(
                "voters",
                VoteTerms.pinned(parameters).stream().map(VoteClassifier::words).collect(Collectors.joining("; "))));
        if (parameters.tree().has("pass")) {
            words.add(new Choice(
                    "passed on",
                    "what is " + LeftOpen.inWords(parameters.tree().path("pass").asText())));
            return words;
        }
        words.add(new Choice("least voters", parameters.tree().path("least").asText()));
        for (var name : List.of("prior", "gold")) {
            if (parameters.tree().has(name)) {
                words.add(new Choice(
                        name.equals("gold") ? "weights from gold of sample" : "prior",
                        parameters.tree().path(name).asText()));
            }
        }
        return words;
    }

    private static String words(Voter voter) {
        return voter.name() + (voter.version() == null ? "" : " (codebook version " + voter.version() + ")");
    }

    /** What speaks against Dawid and Skene's estimates, once they are made. */
    @Override
    public Observed observed(Run run) {
        if (VoteRule.named(run.model()).filter(VoteRule.DAWID_SKENE::equals).isEmpty()) {
            return Observed.NONE;
        }
        return rows.fit(run.id())
                .map(fit -> new EstimateRemarks(run, fit.as(VoteFit.class)).observed())
                .orElse(Observed.NONE);
    }

    /** Nothing is tried: a vote costs nothing and is over at once. */
    @Override
    public Session prepare(RunPlan plan) {
        throw new CannotRun("A vote is not tried on single images: it costs nothing. Start it.");
    }

    @Override
    public Session prepare(RunPlan plan, long run) {
        var vote = VotePlan.of(plan, VoteTerms.pinned(plan.parameters()));
        new PinnedVoters(vote.voters())
                .check(rows.standing(vote.project(), vote.terms().voters()));
        return new VoteSession(rows, vote, fit(vote, run), run);
    }

    /** Made once for all workers and all starts: what people code in the meantime does not move it. */
    private VoteFit fit(VotePlan vote, long run) {
        if (RULES_WITHOUT_FIT.contains(vote.rule())) {
            return VoteFit.NONE;
        }
        return rows.fit(run)
                .orElseGet(() -> rows.fit(run, held -> Json.of(new VoteFitting(held, vote).of(held.images(run)))))
                .as(VoteFit.class);
    }
}
