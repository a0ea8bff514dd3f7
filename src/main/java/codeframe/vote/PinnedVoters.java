package codeframe.vote;

import codeframe.run.CannotRun;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds voters that are runs to what they were when the vote began: half a vote must not count other codes. */
final class PinnedVoters {
    private final Map<Long, Voter> pinned;

    PinnedVoters(List<Voter> voters) {
        this.pinned = voters.stream().collect(Collectors.toMap(Voter::coder, Function.identity()));
    }

    /** @throws CannotRun where one is going, or was started or read again since */
    void check(List<VoteRows.Standing> now) {
        now.forEach(voter -> check(voter, pinned.get(voter.coder())));
    }

    private static void check(VoteRows.Standing now, Voter then) {
        if (VoteRows.GOING.contains(now.state())) {
            throw new CannotRun(now.name() + " is not finished: its votes would be counted by half. Wait until it is"
                    + " done, or cancel it.");
        } else if (then.starts() != null && then.starts() != now.starts()) {
            throw new CannotRun(now.name() + " was run again since this vote began; start a new vote.");
        } else if (then.readings() != null && then.readings() != now.readings()) {
            throw new CannotRun(
                    "Answers of " + now.name() + " were read again since this vote began; start a new vote.");
        }
    }
}
