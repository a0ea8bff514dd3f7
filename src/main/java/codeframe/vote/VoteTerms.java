package codeframe.vote;

import codeframe.db.Json;
import codeframe.image.LeftOpen;
import codeframe.run.RunPlan;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was chosen for a vote beside rule and variables.
 *
 * @param voters numbers of coders, each once
 * @param least how many must have said something of an image; 0 for all
 * @param prior of Dawid and Skene's estimates: none, laplace or rater
 * @param gold the dev sample whose gold gives the weights, 0 for the newest
 * @param pass when a cascade passes an image on: unsure, differ, or the least confidence that is enough
 */
public record VoteTerms(List<Long> voters, int least, String prior, long gold, String pass) {
    static final List<String> PRIORS = List.of("rater", "laplace", "none");
    private static final Set<String> NAMES = Set.of("voters", "least", "prior", "gold", "pass");

    /** @param mistake what cannot be read, as a sentence */
    record Reading(VoteTerms terms, Optional<String> mistake) {}

    static VoteTerms of(RunPlan plan) {
        return read(plan.parameters()).terms();
    }

    static Reading read(Json parameters) {
        var tree = parameters.tree();
        var unknown = new ArrayList<String>();
        tree.fieldNames().forEachRemaining(name -> {
            if (!NAMES.contains(name)) {
                unknown.add(name);
            }
        });
        var voters = voters(tree.path("voters"));
        var prior = tree.path("prior").asText("").isEmpty()
                ? PRIORS.get(0)
                : tree.path("prior").asText();
        int least = number(tree.path("least"));
        int gold = number(tree.path("gold"));
        var pass = tree.path("pass").asText("").isEmpty()
                ? LeftOpen.UNSURE
                : tree.path("pass").asText();
        var terms = new VoteTerms(voters.orElse(List.of()), Math.max(0, least), prior, Math.max(0, gold), pass);
        if (!LeftOpen.known(pass)) {
            return new Reading(
                    terms,
                    Optional.of("A cascade passes on what is unsure, where coders differ, or what is below a"
                            + " confidence: write unsure, differ or a number from 0 to 1, not \"" + pass + "\"."));
        }
        return new Reading(terms, mistake(unknown, voters.isEmpty(), least, gold, prior));
    }

    private static Optional<String> mistake(List<String> unknown, boolean voters, int least, int gold, String prior) {
        if (!unknown.isEmpty()) {
            return Optional.of("A vote knows nothing of \"" + String.join("\", \"", unknown)
                    + "\"; it takes voters, least, prior, gold and pass.");
        } else if (voters) {
            return Optional.of("\"voters\" must be a list of numbers of coders, such as [3, 5, 9].");
        } else if (least < 0) {
            return Optional.of("The least number of voters is a whole number, or empty for all of them.");
        } else if (gold < 0) {
            return Optional.of("The sample whose gold gives the weights is named by its number.");
        }
        return PRIORS.contains(prior)
                ? Optional.empty()
                : Optional.of("The prior is one of " + String.join(", ", PRIORS) + ", not \"" + prior + "\".");
    }

    /** Numbers as they come from people, or whole voters as they are kept; empty where it is neither. */
    private static Optional<List<Long>> voters(JsonNode node) {
        var found = new LinkedHashSet<Long>();
        for (var voter : node) {
            var number = voter.isObject() ? voter.path("coder") : voter;
            if (!number.asText().matches("\\d{1,18}")) {
                return Optional.empty();
            }
            found.add(number.asLong());
        }
        return node.isArray() || node.isMissingNode() ? Optional.of(List.copyOf(found)) : Optional.empty();
    }

    private static int number(JsonNode node) {
        var text = node.asText("").strip();
        if (text.isEmpty()) {
            return 0;
        }
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    /** How many must have said something. */
    int needed() {
        return least == 0 ? voters.size() : least;
    }

    /** As it is kept with the run. */
    Json with(List<Voter> pinned, VoteRule rule) {
        var kept = new LinkedHashMap<String, Object>();
        kept.put("voters", pinned);
        kept.put("least", needed());
        if (rule == VoteRule.DAWID_SKENE) {
            kept.put("prior", prior);
        } else if (rule == VoteRule.WEIGHTED) {
            kept.put("gold", gold);
        } else if (rule == VoteRule.CASCADE) {
            kept.put("pass", pass);
        }
        return Json.of(kept);
    }

    VoteTerms withGold(long sample) {
        return new VoteTerms(voters, least, prior, sample, pass);
    }

    static List<Voter> pinned(Json parameters) {
        var voters = new ArrayList<Voter>();
        parameters.tree().path("voters").forEach(node -> voters.add(new Json(node.toString()).as(Voter.class)));
        return voters;
    }
}
