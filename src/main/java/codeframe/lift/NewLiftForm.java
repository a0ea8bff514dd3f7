package codeframe.lift;

import codeframe.codebook.Category;
import codeframe.codebook.Unit;
import codeframe.codebook.Variable;
import codeframe.db.Json;
import codeframe.image.ImageFilter;
import codeframe.run.RunOffer;
import codeframe.run.RunRequest;
import codeframe.web.Choice;
import codeframe.web.Params;
import codeframe.web.Problem;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose codes are lifted to which unit, and by which rule.
 *
 * @param rules all of the project, the newest version of each name first
 * @param rule of these the one that is taken, by its title; empty for the one that is described below it
 */
public record NewLiftForm(
        RunOffer offer,
        List<LiftRows.Candidate> candidates,
        List<LiftRule> rules,
        String source,
        String unit,
        List<String> variables,
        String rule,
        RuleForm ruleForm,
        ImageFilter filter,
        List<Problem.Mistake> mistakes) {

    /** What was asked for by address: a coder, and a unit or rule perhaps. */
    static NewLiftForm proposed(
            RunOffer offer,
            List<LiftRows.Candidate> candidates,
            List<LiftRule> rules,
            ImageFilter filter,
            Context ctx) {
        var source = candidates.stream()
                .filter(candidate -> Long.toString(candidate.coder()).equals(Params.query(ctx, "source")))
                .findFirst()
                .or(() -> newest(candidates));
        var liftable = offer.codable().stream()
                .filter(variable -> source.isEmpty() || source.get().variables().contains(variable.key()))
                .toList();
        var unit = Params.query(ctx, "unit").isEmpty()
                ? liftable.stream()
                        .map(variable -> variable.unit().word())
                        .findFirst()
                        .orElse(Unit.POST.word())
                : Params.query(ctx, "unit");
        var named = ctx.queryParams("variables");
        var keys = liftable.stream()
                .filter(variable -> variable.unit().word().equals(unit))
                .map(Variable::key)
                .filter(key -> named.isEmpty() || named.contains(key))
                .toList();
        return new NewLiftForm(
                offer,
                candidates,
                rules,
                source.map(one -> Long.toString(one.coder())).orElse(""),
                unit,
                keys,
                "",
                ruleForm(rules, Params.query(ctx, "rule")),
                filter,
                List.of());
    }

    private static Optional<LiftRows.Candidate> newest(List<LiftRows.Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.run() != null && !candidate.going())
                .reduce((first, second) -> second);
    }

    /** A rule to be changed, or the usual one. */
    private static RuleForm ruleForm(List<LiftRule> rules, String title) {
        return rules.stream()
                .filter(rule -> rule.title().equals(title))
                .findFirst()
                .map(rule -> new RuleForm(rule.name(), rule.method().word(), rule.category(), rule.weighing()))
                .orElseGet(() -> new RuleForm("", LiftMethod.MAJORITY.word(), "", LiftRule.BY_IMAGES));
    }

    static NewLiftForm typed(
            RunOffer offer,
            List<LiftRows.Candidate> candidates,
            List<LiftRule> rules,
            ImageFilter filter,
            Context ctx) {
        return new NewLiftForm(
                offer,
                candidates,
                rules,
                Params.text(ctx, "source"),
                Params.text(ctx, "unit"),
                ctx.formParams("variables"),
                Params.text(ctx, "rule"),
                new RuleForm(
                        Params.text(ctx, "name"),
                        Params.text(ctx, "method"),
                        Params.text(ctx, "category"),
                        Params.text(ctx, "weighing")),
                filter,
                List.of());
    }

    NewLiftForm with(List<Problem.Mistake> found) {
        return new NewLiftForm(
                offer, candidates, rules, source, unit, variables, rule, ruleForm, filter, List.copyOf(found));
    }

    RunRequest request(String title) {
        return new RunRequest("lift", title, variables, Json.of(Map.of("source", source, "unit", unit)), filter, "");
    }

    /** What they coded, and how many posts and videos that would make. */
    public List<Choice> sources() {
        return candidates.stream()
                .filter(candidate -> candidate.posts() + candidate.videos() > 0)
                .map(candidate -> new Choice(Long.toString(candidate.coder()), told(candidate)))
                .toList();
    }

    private static String told(LiftRows.Candidate candidate) {
        return candidate.name() + " (" + Unit.POST.count(candidate.posts()) + ", "
                + Unit.VIDEO.count(candidate.videos()) + (candidate.going() ? ", not finished" : "") + ")";
    }

    public List<Choice> titles() {
        var titles = new ArrayList<Choice>();
        titles.add(new Choice("", "as described here"));
        rules.forEach(one -> titles.add(new Choice(one.title(), one.title() + ": " + one.words())));
        return titles;
    }

    public List<Choice> units() {
        return List.of(new Choice("post", "Posts"), new Choice("video", "Videos"));
    }

    public String told(Variable variable) {
        return "asked of " + variable.unit().many();
    }

    /** Those that "any" and "all" may be about. */
    public List<Choice> categories() {
        var keys = new LinkedHashSet<String>();
        offer.codable().forEach(variable -> keys.addAll(variable.values()));
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", "—"));
        keys.forEach(key -> choices.add(new Choice(key, label(key))));
        return choices;
    }

    private String label(String key) {
        return offer.codable().stream()
                .flatMap(variable -> variable.category(key).stream())
                .map(Category::label)
                .filter(label -> !label.isEmpty())
                .findFirst()
                .orElse(key);
    }

    public List<LiftMethod> methods() {
        return List.of(LiftMethod.values());
    }

    public String name() {
        return ruleForm.name();
    }

    public String method() {
        return ruleForm.method();
    }

    public String category() {
        return ruleForm.category();
    }

    public String weighing() {
        return ruleForm.weighing();
    }

    /** What keeps any lift from starting; empty when nothing does. */
    public String obstacle() {
        if (offer.version().isEmpty()) {
            return "No codebook is published yet, and codes are lifted for its variables.";
        } else if (offer.codable().isEmpty()) {
            return "No variable of the codebook is asked of posts or videos. Set the unit of one to post or video and"
                    + " publish the codebook; then the codes of their images can be lifted.";
        } else if (sources().isEmpty()) {
            return "Nobody has coded images of a post or frames of a video yet. Code some, by CLIP for instance.";
        }
        return "";
    }
}
