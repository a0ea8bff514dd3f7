package codeframe.llm.ask;

import codeframe.db.Json;
import codeframe.llm.answer.AnswerParser;
import codeframe.llm.answer.ModelAnswer;
import codeframe.llm.price.Price;
import codeframe.llm.price.Receipt;
import codeframe.llm.price.Request;
import codeframe.llm.prompt.Asking;
import codeframe.llm.prompt.Askings;
import codeframe.llm.prompt.Detail;
import codeframe.llm.prompt.PromptOptions;
import codeframe.llm.prompt.PromptParts;
import codeframe.llm.prompt.RunPrompt;
import codeframe.llm.prompt.SchemaMode;
import codeframe.llm.prompt.Split;
import codeframe.llm.server.LlmServer;
import codeframe.llm.server.ModelCheck;
import codeframe.llm.server.ServerErrorText;
import codeframe.llm.server.ServerRefusal;
import codeframe.llm.server.TransportError;
import codeframe.run.CannotRun;
import codeframe.run.RunImage;
import codeframe.run.RunPlan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for shape and colour of a drawing, as a run asks for its variables: by the same prompt, parameters and schema, and
 * through the ledger. The drawing is nobody's image, so it may go to any server that may be asked at all.
 */
public final class DrawnImageCheck implements ModelCheck {
    private static final Logger LOG = LoggerFactory.getLogger(DrawnImageCheck.class);

    private static final PromptOptions OPTIONS =
            new PromptOptions(false, Split.WHOLE, false, false, SchemaMode.STRICT, List.of());

    /** Models that think before they answer need as much. */
    private static final int MAX_TOKENS = 1000;

    private final RequestSetup.Source setups;
    private final PaidRequests paid;

    public DrawnImageCheck(RequestSetup.Source setups, PaidRequests paid) {
        this.setups = setups;
        this.paid = paid;
    }

    @Override
    public List<Finding> ask(LlmServer server, String model) {
        var drawing = CheckDrawing.any(ThreadLocalRandom.current());
        try {
            return asked(server, model, drawing);
        } catch (RetryLater later) {
            return List.of(new Finding(false, later.getMessage() + " Test again in a minute."));
        } catch (TransportError unsealed) {
            return List.of(new Finding(false, unsealed.getMessage()));
        } catch (RuntimeException unexpected) {
            // Its own words may hold what was sent.
            LOG.warn("server {}, model {}: the test broke off", server.id(), model, unexpected);
            return List.of(new Finding(
                    false,
                    "The test broke off by something unexpected ("
                            + unexpected.getClass().getSimpleName()
                            + "). Nothing is known of the model; the program's log says more."));
        }
    }

    private List<Finding> asked(LlmServer server, String model, CheckDrawing drawing) {
        var price = setups.prices().price(server.id(), model, LocalDate.now(paid.clock()));
        var plan = plan(server, model);
        var terms = RunTerms.of(plan.parameters());
        var askings = new Askings(terms.prompt(), plan.chosen(), plan.seed());
        var asking = askings.of(0).get(0);
        var ratio = new LearntRatio(paid.answered(), server.id(), model, false);
        var tariff = new Tariff(model, terms, price.orElseGet(() -> Price.unknown(model)), ratio);
        var shape = setups.shape(plan, terms);
        var request = request(plan, server, tariff.expected(asking, CheckDrawing.EDGE, CheckDrawing.EDGE));
        var question = new Question(server, model, terms, plan.seed(), asking, 0, "");
        var asked = new AskedImage(RunImage.of(0, new byte[0]), drawing::sent, image -> drawing.sent());
        var client = setups.clients().forQuestions(server);
        var done = paid.caller().call(new Caller.Call(server, client, tariff, request, shape, question, asked));
        if (price.isEmpty()) {
            // Somebody may have typed it meanwhile, when this had no cost to book.
            setups.prices().book(server.id(), model, paid.clock().getZone().getId());
        }
        if (done.failure() != null) {
            return List.of(new Finding(false, failure(model, done.failure())));
        }
        var found = new CheckFindings(server, model, drawing).of(done.receipt(), answer(done, asking), shape, price);
        cut(asking, request, done.receipt()).ifPresent(sentence -> found.add(new Finding(false, sentence)));
        return found;
    }

    private static RunPlan plan(LlmServer server, String model) {
        var prompt = RunPrompt.of(PromptParts.of(CheckDrawing.CODEBOOK), OPTIONS, 0, List.of());
        var terms = new RunTerms(
                server.id(),
                Detail.AUTO,
                CheckDrawing.EDGE,
                "png",
                0.0,
                MAX_TOKENS,
                1,
                false,
                BigDecimal.ZERO,
                null,
                null,
                List.of(),
                prompt,
                List.of(),
                List.of(),
                RequestFields.USUAL,
                PostTerms.NOTHING,
                0,
                null);
        return new RunPlan(
                server.projectId(),
                "llm",
                model,
                CheckDrawing.CODEBOOK,
                List.of("shape", "colour"),
                Json.of(terms),
                ThreadLocalRandom.current().nextInt(1_000_000));
    }

    private static Request request(RunPlan plan, LlmServer server, int expected) {
        return new Request(plan.project(), server.id(), plan.model(), "test", null, null, 0, 0, false, null, expected);
    }

    private static Optional<String> cut(Asking asking, Request request, Receipt receipt) {
        return receipt.tokens().reported()
                ? SilentCut.warning(asking, List.of(SilentCut.counted(receipt.tokens(), request.expected())))
                : Optional.empty();
    }

    private static ModelAnswer answer(Caller.Done done, Asking asking) {
        var receipt = done.receipt();
        return AnswerParser.read(receipt.answer(), receipt.refusal(), receipt.finish(), asking);
    }

    private String failure(String model, RuntimeException failure) {
        if (failure instanceof ServerRefusal said && said.status() == 404) {
            return "The server does not know the model " + model + ", or has nothing at this address"
                    + ServerErrorText.of(said) + ".";
        }
        try {
            return paid.backoff().after(failure, 1).sentence();
        } catch (CannotRun | ImageFailed reason) {
            return reason.getMessage();
        }
    }
}
