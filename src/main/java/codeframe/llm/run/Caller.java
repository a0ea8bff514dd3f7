package codeframe.llm.run;

import codeframe.llm.price.Ledger;
import codeframe.llm.price.Receipt;
import codeframe.llm.price.Request;
import codeframe.llm.price.Tokens;
import codeframe.llm.server.LlmClient;
import codeframe.llm.server.LlmServer;
import codeframe.llm.server.Pace;
import codeframe.llm.server.ServerSaid;
import codeframe.llm.server.Trouble;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** Sends one request: in its turn, with its cost set aside before and its receipt in the ledger after. */
final class Caller {
    /** A worker waits that long for its turn; longer waits are left to the queue. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final Pace pace;
    private final Peace peace;
    private final Gate gate;
    private final Clock clock;

    Caller(Ledger ledger, Pace pace, Gate gate, Clock clock) {
        this.ledger = ledger;
        this.pace = pace;
        this.peace = new Peace(pace);
        this.gate = gate;
        this.clock = clock;
    }

    /** What a request needs to be sent and paid for. */
    record Call(
            LlmServer server,
            LlmClient client,
            Tariff tariff,
            Request request,
            Supplier<ChatCompletionCreateParams> params) {}

    /** A reply with its receipt, or the failure that the receipt tells of. */
    record Done(Receipt receipt, RuntimeException failure) {}

    Gate gate() {
        return gate;
    }

    Peace peace() {
        return peace;
    }

    /** What came of a request that was noted under a number. */
    private record Sent(long id, int counted, Done done) {}

    /**
     * @throws Postponed when its turn is too far away
     * @throws OverBudget when its run has not as much left
     */
    Done call(Call call) {
        var params = call.params().get();
        try {
            var sent = gate.pass(call.server(), () -> inTurn(call, params));
            settle(call.server(), sent);
            return sent.done();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Postponed(clock.instant(), "The program was stopping.");
        }
    }

    private Sent inTurn(Call call, ChatCompletionCreateParams params) {
        var now = clock.instant();
        int tokens = call.request().expected() + call.tariff().terms().maxTokens() / 4;
        var at = call.server().isLimited()
                ? pace.take(call.server().id(), tokens, now, now.plus(PATIENCE))
                : peace.next(call.server().id(), now);
        if (at.isAfter(now.plus(PATIENCE))) {
            throw new Postponed(at, "The server's limit was reached; this waits for its turn.");
        }
        sleep(Duration.between(now, at));
        var most = call.tariff().atMost(call.request().expected(), false);
        long id = ledger.reserve(call.request(), call.tariff().price(), most).orElseThrow(() -> new OverBudget(most));
        return new Sent(id, tokens, exchange(call, params, most));
    }

    private static Done exchange(Call call, ChatCompletionCreateParams params, BigDecimal most) {
        long begun = System.nanoTime();
        try {
            var reply = Reply.read(call.client().ask(params));
            return new Done(receipt(call, reply, since(begun)), null);
        } catch (ServerSaid | Trouble failure) {
            return new Done(receipt(failure, most, since(begun)), failure);
        } catch (RuntimeException mishap) {
            return new Done(Receipt.lost(most, null, "The request broke off.", since(begun)), mishap);
        }
    }

    private void settle(LlmServer server, Sent sent) {
        var receipt = sent.done().receipt();
        ledger.settle(sent.id(), receipt);
        if (receipt.tokens() != null && server.isLimited()) {
            pace.correct(server.id(), total(receipt.tokens()) - sent.counted());
        }
    }

    private static int total(Tokens tokens) {
        return tokens.input() + tokens.output();
    }

    private static Receipt receipt(Call call, Reply reply, int ms) {
        var tokens = reply.tokens(call.tariff(), call.request().expected());
        return reply.receipt(tokens, call.tariff().price().of(tokens), ms);
    }

    /** A refusal by status costs nothing; where nobody knows, it counts at the most it can have cost. */
    private static Receipt receipt(RuntimeException failure, BigDecimal most, int ms) {
        if (failure instanceof ServerSaid said) {
            return Receipt.failed(said.status(), "Status " + said.status() + ".", ms);
        }
        var trouble = (Trouble) failure;
        return switch (trouble.kind()) {
            case UNREACHABLE, FORBIDDEN, NO_API -> Receipt.failed(null, trouble.getMessage(), ms);
            case BROKEN -> Receipt.lost(most, null, trouble.getMessage(), ms);
        };
    }

    private static int since(long begun) {
        return (int) Math.min(Integer.MAX_VALUE, (System.nanoTime() - begun) / 1_000_000);
    }

    private void sleep(Duration time) {
        try {
            Thread.sleep(Math.max(0, time.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Postponed(clock.instant(), "The program was stopping.");
        }
    }
}
