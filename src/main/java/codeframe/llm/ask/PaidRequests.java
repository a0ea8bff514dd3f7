package codeframe.llm.ask;

import codeframe.llm.price.Answered;
import codeframe.llm.price.Batches;
import codeframe.llm.price.Budgets;
import codeframe.llm.price.Ledger;
import codeframe.llm.price.Request;
import codeframe.llm.prompt.Asking;
import codeframe.llm.server.ServerRefusal;
import codeframe.run.CannotRun;
import codeframe.run.Outcome;
import codeframe.web.Dollars;
import codeframe.web.NumberText;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** Where a run's questions are asked and paid: sends them, waits for money that is tied up, decides on failures. */
public record PaidRequests(
        Caller caller,
        Ledger ledger,
        Budgets budgets,
        Answered answered,
        Batches batches,
        SentContents contents,
        Backoff backoff,
        Clock clock) {

    /** So many failures in a row, about so many images: it is the server and not the images. */
    private static final int IN_A_ROW = 6;

    private static final int IMAGES = 3;

    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

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
                setup.question(asked, asking, request.sample()),
                asked);
        var done = paid(call);
        history.add(request, done.receipt());
        if (done.failure() == null) {
            var receipt = done.receipt();
            SilentCut.check(request, asking, receipt.tokens(), answered);
            return ReplyParts.of(receipt);
        }
        throw consequence(setup, request, done.failure(), history);
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

    /** What fails about several images in a row is the server's: it rests as a whole, and no image is given up for it. */
    private RetryLater consequence(
            RequestSetup setup, Request request, RuntimeException failure, RequestHistory history) {
        var silent = answered.silentSince(request.run(), IN_A_ROW, IMAGES);
        silent.ifPresent(since -> answered.outage(request.run(), request.image(), since));
        var wait = waitAfter(failure, silent.isPresent() ? 1 : history.failedLikeThis(), request);
        var now = clock.instant();
        var rest = silent.map(since -> rest(setup, request, since, now, wait.sentence()))
                .or(wait::cooldown);
        rest.ifPresent(time -> caller.cooldown().keep(setup.server().id(), now.plus(time)));
        var time = rest.filter(longer -> longer.compareTo(wait.time()) > 0).orElse(wait.time());
        return new RetryLater(now.plus(time), wait.sentence());
    }

    /** What is refused among answers to the same question is about the image: it ends without codes, and the run goes on. */
    private Backoff.Wait waitAfter(RuntimeException failure, int failures, Request request) {
        try {
            return backoff.after(failure, failures);
        } catch (CannotRun stop) {
            if (failure instanceof ServerRefusal said && said.isOfTheRequest()) {
                var refused = answered.refusedImages(request.run(), request.step());
                refused.filter(images -> images < IMAGES).ifPresent(few -> {
                    throw new ImageFailed(Outcome.REQUEST_FAILED, stop.getMessage() + " Others were answered.");
                });
            }
            throw stop;
        }
    }

    /** A quarter of the time in which nothing was answered, and by chance a quarter of that more or less. */
    private Duration rest(RequestSetup setup, Request request, Instant since, Instant now, String sentence) {
        var silence = Duration.between(since, now);
        boolean tooLong = silence.compareTo(setup.server().giveUp()) > 0;
        if (tooLong && answered.failsByImage(request.run(), Backoff.TRIES)) {
            throw new ImageFailed(
                    Outcome.REQUEST_FAILED,
                    "Nothing but such images was left for "
                            + NumberText.duration(setup.server().giveUp().toSeconds()) + ": " + sentence);
        } else if (tooLong) {
            throw new CannotRun("The server \"" + setup.server().name() + "\" has answered nothing since "
                    + NumberText.moment(since) + ". The last: " + sentence
                    + " Continue the run when the server works again.");
        }
        double quarter = silence.toMillis() * ThreadLocalRandom.current().nextDouble(0.1875, 0.3125);
        return Duration.ofMillis(Math.min((long) quarter, LONGEST_REST.toMillis()));
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
