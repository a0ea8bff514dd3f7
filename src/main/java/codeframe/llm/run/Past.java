package codeframe.llm.run;

import codeframe.llm.price.Answered;
import codeframe.llm.price.Ledger;
import codeframe.llm.price.Receipt;
import codeframe.llm.price.Request;
import codeframe.llm.prompt.Asking;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has become of an image's requests: read from the ledger once, then kept up by the worker that asks. */
final class Past {
    /** {@code told} is what the ledger tells of a failure. */
    private record Step(int step, int sample, String state, Said said, String told, BigDecimal cost, int ms) {}

    private final List<Step> steps = new ArrayList<>();

    private Past() {}

    /** What a dead worker had under way is settled as lost. */
    static Past of(long run, long image, Ledger ledger, Answered answered) {
        var rows = answered.rows(run, image);
        if (rows.stream().anyMatch(row -> row.state().equals("sent"))) {
            ledger.lose(run, image);
            rows = answered.rows(run, image);
        }
        var past = new Past();
        for (var row : rows) {
            var said = new Said(row.answer(), row.refusal(), row.finish());
            past.steps.add(new Step(
                    row.step(),
                    row.sample(),
                    row.state(),
                    said,
                    row.said(),
                    row.cost(),
                    row.ms() == null ? 0 : row.ms()));
        }
        return past;
    }

    void add(Request request, Receipt receipt) {
        var said = new Said(receipt.answer(), receipt.refusal(), receipt.finish());
        steps.add(new Step(
                request.step(), request.sample(), receipt.state(), said, receipt.said(), receipt.cost(), receipt.ms()));
    }

    Optional<Said> answer(Asking asking, int sample) {
        return steps.stream()
                .filter(one -> one.state().equals("answered") && isOf(one, asking, sample))
                .findFirst()
                .map(Step::said);
    }

    /** Whether asking means paying a second time, perhaps. */
    boolean isLost(Asking asking, int sample) {
        return steps.stream().anyMatch(one -> one.state().equals("lost") && isOf(one, asking, sample));
    }

    private static boolean isOf(Step one, Asking asking, int sample) {
        return one.step() == asking.step() && one.sample() == sample;
    }

    int failures() {
        return (int)
                steps.stream().filter(one -> !one.state().equals("answered")).count();
    }

    /** What is told of the latest. */
    String lastFailure() {
        return steps.get(steps.size() - 1).told();
    }

    BigDecimal cost() {
        return steps.stream().map(Step::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    int ms() {
        return steps.stream().mapToInt(Step::ms).sum();
    }
}
