package codeframe.llm.run;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.coding.Code;
import codeframe.image.ImageFilter;
import codeframe.llm.ask.AskedImage;
import codeframe.llm.ask.Caller;
import codeframe.llm.ask.ImageFailed;
import codeframe.llm.ask.Interview;
import codeframe.llm.ask.PaidRequests;
import codeframe.llm.ask.ReplyParts;
import codeframe.llm.ask.RequestSetup;
import codeframe.llm.ask.RetryLater;
import codeframe.llm.ask.RunTerms;
import codeframe.llm.price.Receipt;
import codeframe.llm.price.Request;
import codeframe.llm.prompt.Asking;
import codeframe.llm.prompt.SchemaMode;
import codeframe.llm.server.RequestHabit;
import codeframe.run.CannotRun;
import codeframe.run.Outcome;
import codeframe.run.RunImages;
import codeframe.run.RunPlan;
import codeframe.run.UnitFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

/** Asks about a few images before a run. Nothing is coded; every request is in the ledger. */
public final class LlmTrials {
    private static final int IMAGES = 5;

    private final RequestSetup.Source setups;
    private final PaidRequests paid;
    private final RunImages images;

    LlmTrials(RequestSetup.Source setups, PaidRequests paid, RunImages images) {
        this.setups = setups;
        this.paid = paid;
        this.images = images;
    }

    /**
     * @param plan with its terms settled
     * @throws CannotRun when the server refuses the request as such
     */
    List<TrialResult> attempt(RunPlan plan, ImageFilter filter) {
        var setup = setups.of(plan, RunTerms.of(plan.parameters()));
        var drawn = images.draw(plan.project(), UnitFrame.of(plan), filter, plan.seed(), IMAGES);
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

    private TrialResult one(RequestSetup setup, RunImages.Drawn image) {
        var asked = paid.contents().asked(image.image(), setup.plan(), setup.terms());
        var exchanges = new ArrayList<Exchange>();
        var interview = new Interview(setup.askings(), image.id());
        try {
            for (var asking = interview.next(); asking.isPresent(); asking = interview.next()) {
                var receipt = ask(setup, asked, asking.get(), exchanges);
                interview.take(ReplyParts.of(receipt).read(asking.get(), setup.terms()));
            }
            return new TrialResult(
                    image,
                    asked.content().numbered(),
                    exchanges,
                    interview.outcome(),
                    interview.codes(),
                    interview.mistakes(),
                    adapted(setup, interview.codes()));
        } catch (ImageFailed imageFailed) {
            return failed(setup, image, exchanges, imageFailed.outcome(), imageFailed.getMessage());
        } catch (RetryLater later) {
            return failed(setup, image, exchanges, Outcome.REQUEST_FAILED, later.getMessage());
        }
    }

    /** How the server is asked, and what it left out of its answer without a word; free texts have no confidence anyway. */
    private static List<String> adapted(RequestSetup setup, List<Code> codes) {
        var sentences = new ArrayList<>(setup.shape().sentences());
        boolean asked =
                setup.terms().fields().logprobs() && !setup.shape().now().contains(RequestHabit.NO_LOGPROBS);
        var texts = setup.plan().chosen().stream()
                .filter(variable -> variable.type() == VariableType.TEXT)
                .map(Variable::key)
                .toList();
        var sure =
                codes.stream().filter(code -> !texts.contains(code.variable())).toList();
        if (asked && !sure.isEmpty() && sure.stream().allMatch(code -> code.confidence() == null)) {
            sentences.add("The server was asked for the probabilities of its answer and gave none that fit it, so codes"
                    + " have no confidence.");
        }
        return sentences;
    }

    private static TrialResult failed(
            RequestSetup setup, RunImages.Drawn image, List<Exchange> exchanges, Outcome outcome, String why) {
        return new TrialResult(
                image,
                List.of(),
                exchanges,
                outcome,
                List.of(),
                List.of(why),
                setup.shape().sentences());
    }

    private Receipt ask(RequestSetup setup, AskedImage asked, Asking asking, List<Exchange> exchanges) {
        int expected = setup.tariff().expected(asking, asked);
        var request = new Request(
                setup.plan().project(),
                setup.server().id(),
                setup.plan().model(),
                "try",
                null,
                asked.id(),
                asking.step(),
                0,
                false,
                null,
                expected,
                asked.content().noted());
        var done = paid.caller()
                .call(new Caller.Call(
                        setup.server(),
                        setup.client(),
                        setup.tariff(),
                        request,
                        setup.shape(),
                        setup.question(asked, asking, 0),
                        asked));
        var receipt = done.receipt();
        exchanges.add(exchange(asking, asked.content().words(), expected, receipt));
        if (done.failure() != null) {
            throw new ImageFailed(
                    Outcome.REQUEST_FAILED,
                    paid.backoff().after(done.failure(), 1).sentence());
        }
        return receipt;
    }

    static Exchange exchange(Asking asking, String told, int expected, Receipt receipt) {
        return new Exchange(
                asking.prompt(),
                told,
                asking.mode() == SchemaMode.STRICT ? asking.schema().toPrettyString() : "",
                receipt.answer() == null ? receipt.refusal() : receipt.answer(),
                receipt.finish(),
                receipt.tokens(),
                expected,
                receipt.cost(),
                receipt.ms());
    }
}
