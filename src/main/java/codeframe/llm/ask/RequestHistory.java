package codeframe.llm.ask;

import codeframe.llm.price.Answered;
import codeframe.llm.price.Ledger;
import codeframe.llm.price.Receipt;
import codeframe.llm.price.Request;
import codeframe.llm.prompt.Asking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has become of an image's requests: read from the ledger once, then kept up by the worker that asks. */
public final class RequestHistory {
    /** {@code told} is what the ledger tells of a failure. */
    private record Step(
            int step, int sample, String state, Integer status, ReplyParts said, String told, int ms, boolean outage) {
        private boolean answered() {
            return state.equals("answered");
        }

        private boolean busy() {
            return status != null && status == Backoff.TOO_MANY;
        }
    }

    private final List<Step> steps = new ArrayList<>();

    private RequestHistory() {}

    /** What a dead worker had under way is settled as lost. */
    public static RequestHistory of(long run, long image, Ledger ledger, Answered answered) {
        var rows = answered.rows(run, image);
        if (rows.stream().anyMatch(row -> row.state().equals("sent"))) {
            ledger.lose(run, image);
            rows = answered.rows(run, image);
        }
        return of(rows);
    }

    /** @param rows of one image, in the order in which it was asked */
    public static RequestHistory of(List<Answered.Row> rows) {
        var history = new RequestHistory();
        for (var row : rows) {
            var said = ReplyParts.of(row);
            history.steps.add(new Step(
                    row.step(),
                    row.sample(),
                    row.state(),
                    row.status(),
                    said,
                    row.said(),
                    row.ms() == null ? 0 : row.ms(),
                    row.outage()));
        }
        return history;
    }

    void add(Request request, Receipt receipt) {
        var said = ReplyParts.of(receipt);
        steps.add(new Step(
                request.step(),
                request.sample(),
                receipt.state(),
                receipt.status(),
                said,
                receipt.said(),
                receipt.ms(),
                false));
    }

    public Optional<ReplyParts> answer(Asking asking, int sample) {
        return steps.stream()
                .filter(one -> one.state().equals("answered") && isOf(one, asking, sample))
                .findFirst()
                .map(Step::said);
    }

    /** Whether asking means paying a second time, perhaps. */
    public boolean isLost(Asking asking, int sample) {
        return steps.stream().anyMatch(one -> one.state().equals("lost") && isOf(one, asking, sample));
    }

    private static boolean isOf(Step one, Asking asking, int sample) {
        return one.step() == asking.step() && one.sample() == sample;
    }

    /** Without those in which the server was only busy, or answered nothing at all. */
    public int failures() {
        return (int) steps.stream()
                .filter(one -> !one.answered() && !one.busy() && !one.outage())
                .count();
    }

    /** In which the server was busy. */
    public int refusedAsBusy() {
        return (int) steps.stream().filter(Step::busy).count();
    }

    /** How often the latest, which failed, has failed by now in its way: a busy server's refusals are no failures. */
    int failedLikeThis() {
        return Math.max(1, steps.get(steps.size() - 1).busy() ? refusedAsBusy() : failures());
    }

    /** What is told of the latest. */
    public String lastFailure() {
        return steps.get(steps.size() - 1).told();
    }

    public int ms() {
        return steps.stream().mapToInt(Step::ms).sum();
    }
}
