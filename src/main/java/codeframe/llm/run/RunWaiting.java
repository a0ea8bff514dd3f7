package codeframe.llm.run;

import codeframe.llm.price.Answered;
import codeframe.web.NumberText;
import java.time.Clock;
import java.time.Duration;

/** What a run waits for: its server, which thinks or loads its model, or a moment that the server asked for. */
record RunWaiting(Answered answered, Clock clock) {
    /** What takes less is not worth a word. */
    private static final Duration WORTH_TELLING = Duration.ofSeconds(15);

    /** Empty where it waits for nothing long. */
    String sentence(long run) {
        var now = clock.instant();
        return answered.underWay(run)
                .filter(one -> one.since().isBefore(now.minus(WORTH_TELLING)))
                .map(one -> {
                    var time = NumberText.duration(
                            Duration.between(one.since(), now).toSeconds());
                    return one.answeredBefore()
                            ? "The server has been at a request for " + time + "."
                            : "Nothing is answered yet, for " + time + ": a server often loads its model first.";
                })
                .or(() -> answered.resting(run, now)
                        .map(one -> "It goes on at " + NumberText.moment(one.until()) + ": " + one.reason()))
                .orElse("");
    }
}
