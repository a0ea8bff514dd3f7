package codeframe.vote;

import codeframe.codebook.Variable;
import codeframe.db.Json;
import codeframe.image.ImageFilter;
import codeframe.image.LeftOpen;
import codeframe.run.FormerRun;
import codeframe.run.Run;
import codeframe.run.RunOffer;
import codeframe.run.RunRequest;
import codeframe.web.Choice;
import codeframe.web.Params;
import codeframe.web.Problem;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What was chosen for a new vote, and what is wrong with it. */
public record NewVoteForm(
        RunOffer offer,
        List<VoteRows.Candidate> candidates,
        List<String> voters,
        RunRequest request,
        List<Problem.Mistake> mistakes) {
    /** The newest finished runs are proposed, three at most. */
    private static final int PROPOSED = 3;

    public static final String BELOW = "below";

    /**
     * A cascade as an address proposes it.
     *
     * @param voters the last of whom decides what the others leave open; nobody for a majority of the newest runs
     * @param variables none for all that the voters coded
     */
    record Proposal(List<String> voters, String pass, List<String> variables) {}

    static NewVoteForm proposed(
            RunOffer offer, List<VoteRows.Candidate> candidates, ImageFilter filter, Proposal proposal) {
        var named = proposal.voters();
        if (named.isEmpty()) {
            return newest(offer, candidates, filter);
        }
        var variables = shared(offer, candidates, named).stream()
                .filter(key ->
                        proposal.variables().isEmpty() || proposal.variables().contains(key))
                .toList();
        var parameters = Json.of(Map.of("last", named.get(named.size() - 1), "pass", proposal.pass()));
        var request = new RunRequest("vote", VoteRule.CASCADE.word(), variables, parameters, filter, "");
        return new NewVoteForm(offer, inOrder(candidates, named), named, request, List.of());
    }

    /** With the settings of a vote: its voters in their order, and its rule. */
    static NewVoteForm like(Run run, RunOffer offer, List<VoteRows.Candidate> candidates, ImageFilter filter) {
        var voters = VoteTerms.pinned(run.parameters()).stream()
                .map(voter -> Long.toString(voter.coder()))
                .toList();
        var before = run.parameters().tree();
        int least = before.path("least").asInt(0);
        var parameters = new HashMap<String, Object>(Map.of("voters", voters));
        parameters.put("least", least == voters.size() ? "" : Integer.toString(least));
        parameters.put("prior", before.path("prior").asText(""));
        parameters.put("pass", before.path("pass").asText(""));
        var request =
                new RunRequest("vote", run.model(), FormerRun.variables(run, offer), Json.of(parameters), filter, "");
        return new NewVoteForm(offer, inOrder(candidates, voters), voters, request, List.of());
    }

    /** What of the voters of a former vote is otherwise by now, as sentences. */
    static List<String> changes(Run run, List<VoteRows.Candidate> candidates) {
        return VoteTerms.pinned(run.parameters()).stream()
                .filter(voter -> candidates.stream().noneMatch(candidate -> candidate.coder() == voter.coder()))
                .map(voter -> voter.name() + " voted in it and can no longer be chosen.")
                .toList();
    }

    /** Who is asked earlier stands earlier: the page sends voters as it lists them. */
    private static List<VoteRows.Candidate> inOrder(List<VoteRows.Candidate> candidates, List<String> voters) {
        return candidates.stream()
                .sorted(Comparator.comparingInt(candidate -> {
                    int place = voters.indexOf(Long.toString(candidate.coder()));
                    return place < 0 ? voters.size() : place;
                }))
                .toList();
    }

    private static NewVoteForm newest(RunOffer offer, List<VoteRows.Candidate> candidates, ImageFilter filter) {
        var able = candidates.stream()
                .filter(candidate -> candidate.run() != null && !candidate.going())
                .filter(candidate -> !candidate.variables().isEmpty())
                .toList();
        var voters = able.subList(Math.max(0, able.size() - PROPOSED), able.size()).stream()
                .map(candidate -> Long.toString(candidate.coder()))
                .toList();
        var request =
                new RunRequest("vote", VoteRule.MAJORITY.word(), shared(offer, able, voters), Json.EMPTY, filter, "");
        return new NewVoteForm(offer, candidates, voters, request, List.of());
    }

    /** What all of these have coded. */
    private static List<String> shared(RunOffer offer, List<VoteRows.Candidate> all, List<String> voters) {
        var coded = all.stream()
                .filter(candidate -> voters.contains(Long.toString(candidate.coder())))
                .map(candidate -> new HashSet<>(candidate.variables()))
                .toList();
        return offer.codable().stream()
                .map(variable -> variable.key())
                .filter(key -> !coded.isEmpty() && coded.stream().allMatch(keys -> keys.contains(key)))
                .toList();
    }

    static NewVoteForm typed(RunOffer offer, List<VoteRows.Candidate> candidates, ImageFilter filter, Context ctx) {
        var voters = ctx.formParams("voters");
        var listed = candidates;
        var model = Params.text(ctx, "model");
        var parameters = new HashMap<String, Object>();
        parameters.put("voters", voters);
        parameters.put("least", Params.text(ctx, "least"));
        parameters.put("prior", Params.text(ctx, "prior"));
        if (model.equals(VoteRule.CASCADE.word())) {
            var last = Params.text(ctx, "last");
            voters = Stream.concat(voters.stream().filter(voter -> !voter.equals(last)), Stream.of(last))
                    .filter(voter -> !voter.isEmpty())
                    .toList();
            parameters.put("voters", voters);
            parameters.put("pass", pass(ctx));
            listed = inOrder(candidates, voters);
        }
        var request = new RunRequest("vote", model, ctx.formParams("variables"), Json.of(parameters), filter, "");
        return new NewVoteForm(offer, listed, voters, request, List.of());
    }

    /** A confidence where one was typed. */
    private static String pass(Context ctx) {
        var when = Params.text(ctx, "pass");
        return when.equals(BELOW) ? Params.text(ctx, "below") : when;
    }

    /** When an image is passed on, as the select has it. */
    public String pass() {
        var pass = value("pass");
        return pass.isEmpty() || pass.equals(LeftOpen.UNSURE) || pass.equals(LeftOpen.DIFFER) ? pass : BELOW;
    }

    public String below() {
        return pass().equals(BELOW) ? value("pass") : "";
    }

    /** Who decides what the others leave open. */
    public String last() {
        var typed = request.parameters().tree().path("voters");
        return typed.isEmpty() ? value("last") : typed.path(typed.size() - 1).asText();
    }

    NewVoteForm with(List<Problem.Mistake> found) {
        return new NewVoteForm(offer, candidates, voters, request, found);
    }

    public boolean votes(VoteRows.Candidate candidate) {
        return voters.contains(Long.toString(candidate.coder()));
    }

    /** What is known of a candidate, in the codebook's words. */
    public String told(VoteRows.Candidate candidate) {
        if (candidate.going()) {
            return "not finished yet";
        }
        var coded = Stream.concat(offer.codable().stream(), offer.others().stream())
                .filter(variable -> candidate.variables().contains(variable.key()))
                .map(Variable::label)
                .toList();
        return candidate.variables().isEmpty()
                ? "has no closed codes"
                : coded.isEmpty() ? "coded other variables" : String.join(", ", coded);
    }

    public String value(String name) {
        return request.parameters().tree().path(name).asText("");
    }

    public String mistake(String field) {
        return Problem.Mistake.of(mistakes, field);
    }

    public List<Choice> deciders() {
        return candidates.stream()
                .filter(candidate -> !candidate.variables().isEmpty())
                .map(candidate -> new Choice(Long.toString(candidate.coder()), candidate.name()))
                .toList();
    }

    /** Variables that have options. */
    public List<Variable> votable() {
        return offer.codable();
    }

    /** What keeps any vote from starting; empty when nothing does. */
    public String obstacle() {
        if (offer.version().isEmpty()) {
            return "No codebook is published yet, and a vote is on its variables.";
        } else if (candidates.stream()
                        .filter(candidate -> !candidate.variables().isEmpty())
                        .count()
                < 2) {
            return "A vote takes two coders who have coded the same images: people, runs, or imported ones.";
        }
        return offer.units().values().stream().allMatch(count -> count == 0)
                ? "There is nothing to vote on here. Import images, or choose others."
                : "";
    }
}
