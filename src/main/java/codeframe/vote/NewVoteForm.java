package codeframe.vote;

import codeframe.codebook.Variable;
import codeframe.db.Json;
import codeframe.image.ImageFilter;
import codeframe.run.RunOffer;
import codeframe.run.RunRequest;
import codeframe.web.Params;
import codeframe.web.Problem;
import io.javalin.http.Context;
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

    static NewVoteForm proposed(RunOffer offer, List<VoteRows.Candidate> candidates, ImageFilter filter) {
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
        var parameters = Json.of(
                Map.of("voters", voters, "least", Params.text(ctx, "least"), "prior", Params.text(ctx, "prior")));
        var request =
                new RunRequest("vote", Params.text(ctx, "model"), ctx.formParams("variables"), parameters, filter, "");
        return new NewVoteForm(offer, candidates, voters, request, List.of());
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
        return offer.images() == 0 ? "There is no image to vote on here. Import some, or choose others." : "";
    }
}
