package codeframe.llm.ask;

import codeframe.llm.price.Answered;
import codeframe.llm.price.Batches;
import codeframe.llm.price.Budgets;
import codeframe.llm.price.Ledger;
import codeframe.llm.price.Request;
import codeframe.llm.prompt.Asking;
import codeframe.run.CannotRun;
import codeframe.web.Dollars;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;

/** Where a run's questions are asked and paid: sends them, waits for money that is tied up, decides on failures. */
public record PaidRequests(
        Caller caller,
        Ledger ledger,
        Budgets budgets,
        Answered answered,
        Batches batches,
        SentImages images,
        Backoff backoff,
        Clock clock) {

    /** So many failures in a row, and nothing else: it is not the images. */
    private static final int HOPELESS = 30;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    /** @param past what has become of the image's requests so far; what becomes of this one is added */
    public ReplyParts ask(
            RequestSetup setup, AskedImage asked, Request request, Asking asking, RequestHistory history) {
        var call = new Caller.Call(
                setup.server(),
                setup.client(),
                setup.tariff(),
                request,
                setup.shape(),
                setup.question(asking, request.sample()),
                asked);
        var done = paid(call);
        history.add(request, done.receipt());
        if (done.failure() == null) {
            var receipt = done.receipt();
            return new ReplyParts(receipt.answer(), receipt.refusal(), receipt.finish());
        }
        throw consequence(setup, request, done.failure(), history.failures());
    }

    private Caller.Done paid(Caller.Call call) {
        var end = clock.instant().plus(LONGEST_WAIT);
        while (true) {
            try {
                return caller.call(call);
            } catch (OverBudget over) {
                stopAtCap(call.request().run(), over.needed());
                if (clock.instant().isAfter(end)) {
                    throw new RetryLater(clock.instant().plusSeconds(2), "The rest of the budget is under way.");
                }
                pause();
            }
        }
    }

    /** What is set aside for requests under way may come free; what is spent does not. */
    public void stopAtCap(long run, BigDecimal needed) {
        var budget = budgets.budget(run).orElseThrow();
        if (budget.spent().add(needed).compareTo(budget.cap()) > 0) {
            throw new CannotRun("The run has reached its cap of " + Dollars.text(budget.cap()) + ": "
                    + Dollars.text(budget.spent()) + " are spent, and the next request may cost up to "
                    + Dollars.text(needed) + ". Raise the cap and continue.");
        }
    }

    private RetryLater consequence(RequestSetup setup, Request request, RuntimeException failure, int failures) {
        var wait = backoff.after(failure, failures);
        if (answered.allFailed(request.run(), HOPELESS)) {
            throw new CannotRun("The last " + HOPELESS + " requests failed, one and all. The last: " + wait.sentence()
                    + " Continue the run when the server works again.");
        }
        var now = clock.instant();
        wait.cooldown()
                .ifPresent(cooldown -> caller.cooldown().keep(setup.server().id(), now.plus(cooldown)));
        return new RetryLater(now.plus(wait.time()), wait.sentence());
    }

    private void pause() {
        try {
            Thread.sleep(LOOK_AGAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetryLater(clock.instant(), "The program was stopping.");
        }
    }
}
