package codeframe.llm.run;

import codeframe.image.ImageFilter;
import codeframe.llm.answer.Answers;
import codeframe.llm.price.Receipt;
import codeframe.llm.price.Request;
import codeframe.llm.prompt.Asking;
import codeframe.llm.prompt.SchemaMode;
import codeframe.run.CannotRun;
import codeframe.run.Outcome;
import codeframe.run.Plan;
import codeframe.run.RunImages;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

/** Asks about a few images before a run. Nothing is coded; every request is in the ledger. */
public final class LlmTrials {
    private static final int IMAGES = 5;

    private final Setup.Source setups;
    private final Desk desk;
    private final RunImages images;

    LlmTrials(Setup.Source setups, Desk desk, RunImages images) {
        this.setups = setups;
        this.desk = desk;
        this.images = images;
    }

    /**
     * @param plan with its terms settled
     * @throws CannotRun when the server refuses the request as such
     */
    List<Tried> attempt(Plan plan, ImageFilter filter) {
        var setup = setups.of(plan, Terms.of(plan.parameters()));
        var drawn = images.draw(plan.project(), filter, plan.seed(), IMAGES);
        var pool = Executors.newFixedThreadPool(IMAGES);
        try {
            var all = drawn.stream()
                    .map(image -> CompletableFuture.supplyAsync(() -> one(setup, image), pool))
                    .toList();
            return all.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof CannotRun reason ? reason : e;
        } finally {
            pool.shutdownNow();
        }
    }

    private Tried one(Setup setup, RunImages.Drawn image) {
        var terms = setup.terms();
        var subject = new Subject(
                image.id(),
                () -> desk.images().of(image.sha256(), terms),
                shot -> desk.images().shot(setup.plan().project(), shot, terms));
        var exchanges = new ArrayList<Exchange>();
        var interview = setup.askings().about(image.id());
        try {
            for (var asking = interview.next(); asking.isPresent(); asking = interview.next()) {
                var receipt = ask(setup, subject, asking.get(), exchanges);
                interview.take(Answers.read(receipt.answer(), receipt.refusal(), receipt.finish(), asking.get()));
            }
            return new Tried(image, exchanges, interview.outcome(), interview.codes(), interview.mistakes());
        } catch (Spoilt spoilt) {
            return new Tried(image, exchanges, spoilt.outcome(), List.of(), List.of(spoilt.getMessage()));
        } catch (Postponed later) {
            return new Tried(image, exchanges, Outcome.REQUEST_FAILED, List.of(), List.of(later.getMessage()));
        }
    }

    private Receipt ask(Setup setup, Subject subject, Asking asking, List<Exchange> exchanges) {
        var picture = subject.image();
        int expected = setup.tariff().expected(asking, picture.width(), picture.height());
        var request = new Request(
                setup.plan().project(),
                setup.server().id(),
                setup.plan().model(),
                "try",
                null,
                subject.id(),
                asking.step(),
                0,
                false,
                null,
                expected);
        var params = setup.question(asking, 0).params(picture, subject.shots());
        var done = desk.caller()
                .call(new Caller.Call(setup.server(), setup.client(), setup.tariff(), request, () -> params));
        var receipt = done.receipt();
        exchanges.add(exchange(asking, expected, receipt));
        if (done.failure() != null) {
            throw new Spoilt(
                    Outcome.REQUEST_FAILED,
                    desk.backoff().after(done.failure(), 1).sentence());
        }
        return receipt;
    }

    static Exchange exchange(Asking asking, int expected, Receipt receipt) {
        return new Exchange(
                asking.prompt(),
                asking.mode() == SchemaMode.STRICT ? asking.schema().toPrettyString() : "",
                receipt.answer() == null ? receipt.refusal() : receipt.answer(),
                receipt.finish(),
                receipt.tokens(),
                expected,
                receipt.cost(),
                receipt.ms());
    }
}
