package codeframe.llm.ask;

import codeframe.llm.price.Ledger;
import codeframe.llm.price.Receipt;
import codeframe.llm.price.Request;
import codeframe.llm.price.TokenCount;
import codeframe.llm.server.LlmClient;
import codeframe.llm.server.LlmServer;
import codeframe.llm.server.RateLimiter;
import codeframe.llm.server.RequestHabit;
import codeframe.llm.server.ServerRefusal;
import codeframe.llm.server.TransportError;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** Sends one request: in its turn, with its cost set aside before and its receipt in the ledger after. */
public final class Caller {
    /** A worker waits that long for its turn; longer waits are left to the queue. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final RateLimiter rateLimiter;
    private final ServerCooldown cooldown;
    private final ConcurrencyLimit concurrency;
    private final Clock clock;

    public Caller(Ledger ledger, RateLimiter rateLimiter, ConcurrencyLimit concurrency, Clock clock) {
        this.ledger = ledger;
        this.rateLimiter = rateLimiter;
        this.cooldown = new ServerCooldown(rateLimiter);
        this.concurrency = concurrency;
        this.clock = clock;
    }

    /** What a request needs to be sent and paid for. */
    public record Call(
            LlmServer server,
            LlmClient client,
            Tariff tariff,
            Request request,
            RequestShape shape,
            Question question,
            AskedImage asked) {
        private ChatCompletionCreateParams params(Set<RequestHabit> habits) {
            return question.params(asked.content(), asked.shots(), habits);
        }
    }

    /** A request as it was written by some habits. */
    private record Written(Set<RequestHabit> habits, ChatCompletionCreateParams params) {
        static Written of(Call call) {
            var habits = call.shape().now();
            return new Written(habits, call.params(habits));
        }
    }

    /** A reply with its receipt, or the failure that the receipt tells of. */
    public record Done(Receipt receipt, RuntimeException failure) {}

    ConcurrencyLimit concurrency() {
        return concurrency;
    }

    ServerCooldown cooldown() {
        return cooldown;
    }

    /** What came of a request that was noted under a number. */
    private record Sent(long id, int counted, Done done) {}

    /**
     * @throws Postponed when its turn is too far away
     * @throws OverBudget when its run has not as much left
     */
    public Done call(Call call) {
        // The picture is made before its turn, and what is wrong with it is told without a request.
        var first = Written.of(call);
        try {
            var sent = concurrency.pass(call.server(), () -> inTurn(call, first), one -> ending(call, one));
            settle(call.server(), sent);
            return sent.done();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetryLater(clock.instant(), "The program was stopping.");
        }
    }

    private static LearntWidth.Ending ending(Call call, Sent sent) {
        var failure = sent.done().failure();
        if (failure instanceof TransportError trouble && trouble.kind() == TransportError.Kind.TOO_SLOW) {
            return call.client().isHere() ? LearntWidth.Ending.TOO_SLOW_HERE : LearntWidth.Ending.TOO_SLOW;
        }
        return failure == null ? LearntWidth.Ending.ANSWERED : LearntWidth.Ending.OTHER;
    }

    private Sent inTurn(Call call, Written first) {
        var now = clock.instant();
        int tokens = call.request().expected() + call.tariff().terms().maxTokens() / 4;
        var at = call.server().isLimited()
                ? rateLimiter.take(call.server().id(), tokens, now, now.plus(PATIENCE))
                : cooldown.next(call.server().id(), now);
        if (at.isAfter(now.plus(PATIENCE))) {
            throw new RetryLater(at, "The server's limit was reached; this waits for its turn.");
        }
        sleep(Duration.between(now, at));
        var most = call.tariff().atMost(call.request().expected(), false);
        long id = ledger.reserve(call.request(), call.tariff().price(), most).orElseThrow(() -> new OverBudget(most));
        return new Sent(id, tokens, exchange(call, first, most));
    }

    private static Done exchange(Call call, Written first, BigDecimal most) {
        long begun = System.nanoTime();
        try {
            var reply = Reply.read(answer(call, first));
            return new Done(receipt(call, reply, since(begun)), null);
        } catch (UnansweredReply failure) {
            return new Done(failure.receipt(call.tariff().price()::of, since(begun)), failure);
        } catch (ServerRefusal | TransportError failure) {
            return new Done(receipt(failure, most, since(begun)), failure);
        } catch (RuntimeException mishap) {
            return new Done(Receipt.lost(most, null, "The request broke off.", since(begun)), mishap);
        }
    }

    /** A refusal of one of its parameters costs nothing, and the request goes out once more without it. */
    private static String answer(Call call, Written first) {
        var written = first;
        while (true) {
            if (!written.habits().equals(call.shape().now())) {
                written = Written.of(call);
            }
            var habits = written.habits();
            try {
                return call.client().ask(written.params());
            } catch (ServerRefusal said) {
                if (!call.shape().heard(said, habits, call.question().sent(habits), call.request())) {
                    throw said;
                }
            }
        }
    }

    private void settle(LlmServer server, Sent sent) {
        var receipt = sent.done().receipt();
        ledger.settle(sent.id(), receipt);
        if (receipt.tokens() != null && server.isLimited()) {
            rateLimiter.correct(server.id(), total(receipt.tokens()) - sent.counted());
        }
    }

    private static int total(TokenCount tokens) {
        return tokens.input() + tokens.output();
    }

    private static Receipt receipt(Call call, Reply reply, int ms) {
        var tokens = reply.tokens(call.tariff(), call.request().expected());
        return reply.receipt(tokens, call.tariff().price().of(tokens), ms);
    }

    /** A refusal by status costs nothing; where nobody knows, it counts at the most it can have cost. */
    private static Receipt receipt(RuntimeException failure, BigDecimal most, int ms) {
        if (failure instanceof ServerRefusal said) {
            return Receipt.failed(said.status(), "Status " + said.status() + ".", ms);
        }
        var trouble = (TransportError) failure;
        return switch (trouble.kind()) {
            case UNREACHABLE, FORBIDDEN, NO_API -> Receipt.failed(null, trouble.getMessage(), ms);
            case BROKEN, TOO_SLOW -> Receipt.lost(most, null, trouble.getMessage(), ms);
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
            throw new RetryLater(clock.instant(), "The program was stopping.");
        }
    }
}
