package codeframe.llm.ask;

import codeframe.llm.server.LlmServer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/** How many requests this node has under way: by server, and over all of them. */
public final class ConcurrencyLimit {
    private final int most;
    private final Semaphore all;
    private final Map<Long, LearntWidth> byServer = new ConcurrentHashMap<>();

    public ConcurrencyLimit(int most) {
        this.most = most;
        this.all = new Semaphore(most);
    }

    public int width(LlmServer server) {
        return Math.min(most, server.inFlight());
    }

    /** As many as the server bore of late. */
    int learnt(LlmServer server) {
        var own = byServer.get(server.id());
        return own == null ? width(server) : own.now(width(server));
    }

    /** Waits for its turn; how it ends tells nothing of how much the server bears. */
    public <T> T pass(LlmServer server, Supplier<T> work) throws InterruptedException {
        return pass(server, work, done -> LearntWidth.Ending.OTHER);
    }

    /** Waits for its turn; an interrupted thread leaves with {@link InterruptedException}. */
    <T> T pass(LlmServer server, Supplier<T> work, Function<T, LearntWidth.Ending> ending) throws InterruptedException {
        var own = byServer.computeIfAbsent(server.id(), id -> new LearntWidth());
        var turn = own.enter(width(server));
        var ended = LearntWidth.Ending.OTHER;
        try {
            all.acquire();
            try {
                var done = work.get();
                ended = ending.apply(done);
                return done;
            } finally {
                all.release();
            }
        } finally {
            own.leave(turn, ended, width(server));
        }
    }
}
