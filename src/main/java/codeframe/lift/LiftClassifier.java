package codeframe.lift;

import codeframe.codebook.Unit;
import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.db.Json;
import codeframe.run.CannotRun;
import codeframe.run.Classifier;
import codeframe.run.Model;
import codeframe.run.Observed;
import codeframe.run.Run;
import codeframe.run.RunPlan;
import codeframe.run.Session;
import codeframe.web.Choice;
import java.util.List;
import java.util.Optional;

/** Codes posts and videos by what a coder said of their images. Its models are the project's rules. */
public final class LiftClassifier implements Classifier {
    private final LiftRows rows;
    private final LiftRules rules;

    public LiftClassifier(LiftRows rows, LiftRules rules) {
        this.rows = rows;
        this.rules = rules;
    }

    @Override
    public String kind() {
        return "lift";
    }

    @Override
    public String newRunPath() {
        return "/lifts/new";
    }

    /** Rules belong to projects. */
    @Override
    public List<Model> models() {
        return List.of();
    }

    @Override
    public Optional<Model> model(long project, String title) {
        return rules.titled(project, title).map(rule -> new Model(rule.title(), rule.title(), "", ""));
    }

    @Override
    public boolean codes(Variable variable) {
        return variable.type() != VariableType.TEXT && variable.unit().several();
    }

    @Override
    public String cannotCode(Variable variable) {
        return variable.type() == VariableType.TEXT
                ? "Texts of images cannot be made one text of their post or video: \"" + variable.label() + "\"."
                : "\"" + variable.label()
                        + "\" is asked of images, so its codes are not lifted. Set its unit to post or"
                        + " video in the codebook and publish it.";
    }

    @Override
    public Unit unit(RunPlan plan) {
        return LiftTerms.of(plan.parameters()).unit();
    }

    @Override
    public Optional<String> objection(RunPlan plan) {
        return LiftTerms.read(plan.parameters()).mistake().or(() -> new LiftObjections(rows).to(plan, rule(plan)));
    }

    private LiftRule rule(RunPlan plan) {
        return rules.titled(plan.project(), plan.model())
                .orElseThrow(() -> new CannotRun("The rule " + plan.model() + " is no longer there."));
    }

    @Override
    public RunPlan completed(RunPlan plan, int version) {
        var terms = LiftTerms.of(plan.parameters());
        var source =
                rows.candidate(plan.project(), terms.source()).orElseThrow().source();
        return plan.with(terms.with(source, rule(plan)));
    }

    @Override
    public List<Choice> described(Json parameters) {
        var source = LiftTerms.pinned(parameters);
        var rule = LiftTerms.rule(parameters);
        return List.of(
                new Choice("rule", rule.words()),
                new Choice(
                        "codes of images by",
                        source.name()
                                + (source.version() == null ? "" : " (codebook version " + source.version() + ")")),
                new Choice("ties", "unsure; images without an answer do not count"));
    }

    /** A newer version of its rule, which does not change it. */
    @Override
    public Observed observed(Run run) {
        var rule = LiftTerms.rule(run.parameters());
        return rules.newest(run.projectId(), rule.name())
                .filter(newest -> newest.version() > rule.version())
                .map(newest -> new Observed(List.of(new Choice("newest rule", newest.title())), List.of()))
                .orElse(Observed.NONE);
    }

    /** Nothing is tried: a lift costs nothing and is over at once. */
    @Override
    public Session prepare(RunPlan plan) {
        throw new CannotRun("A lift is not tried on single posts or videos: it costs nothing. Start it.");
    }

    @Override
    public Session prepare(RunPlan plan, long run) {
        var source = LiftTerms.pinned(plan.parameters());
        rows.standing(plan.project(), source.coder()).ifPresent(now -> check(source, now));
        var session = new LiftSession(rows, plan, rule(plan), source, run);
        session.pin();
        return session;
    }

    /** The source must be what it was when the lift began. */
    private static void check(LiftSource source, LiftRows.Standing now) {
        boolean changed = source.starts() != null
                && (source.starts() != now.starts()
                        || !Integer.valueOf(now.readings()).equals(source.readings()));
        if (LiftRows.GOING.contains(now.state()) || changed) {
            throw new CannotRun(
                    source.name() + " was continued or read again since this lift began, so its codes may be"
                            + " others. What was lifted is kept. Start a new lift when it is done.");
        }
    }
}
