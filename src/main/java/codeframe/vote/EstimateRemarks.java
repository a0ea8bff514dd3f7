package codeframe.vote;

import codeframe.run.Observed;
import codeframe.run.Run;
import codeframe.statistics.vote.DawidSkene;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What must not be overlooked of a vote by Dawid and Skene's estimates. */
record EstimateRemarks(Run run, VoteFit fit) {
    Observed observed() {
        var remarks = new ArrayList<String>();
        if (run.total() < DawidSkene.LEAST_UNITS) {
            remarks.add("Dawid and Skene's estimates rest on " + run.unit().count(run.total())
                    + " here, and on fewer than " + DawidSkene.LEAST_UNITS
                    + " they are not worth much. Vote on more, or take the majority.");
        }
        var voters = VoteTerms.pinned(run.parameters());
        fit.confusion().forEach((motion, confusion) -> {
            var below = below(confusion.judge(), voters);
            if (!below.isEmpty()) {
                remarks.add("By the estimates of \"" + motion + "\", " + below
                        + " says some category less often than chance where it is true. Either that voter confuses"
                        + " categories, or the estimates have: look at what it voted on before you use the result.");
            }
        });
        return new Observed(List.of(), remarks);
    }

    private static String below(DawidSkene estimates, List<Voter> voters) {
        return IntStream.range(0, estimates.confusion().length)
                .filter(estimates::belowChance)
                .mapToObj(voter -> voters.get(voter).name())
                .collect(Collectors.joining(", "));
    }
}
