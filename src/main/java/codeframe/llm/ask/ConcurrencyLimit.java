package codeframe.llm.ask;

import codeframe.llm.server.LlmServer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** How many requests this node has under way: by server, and over all of them. */
public final class ConcurrencyLimit {
    private record Key(long server, int inFlight) {}

    private final int most;
    private final Semaphore all;
    private final Map<Key, Semaphore> byServer = new ConcurrentHashMap<>();

    public ConcurrencyLimit(int most) {
        this.most = most;
        this.all = new Semaphore(most);
    }

    public int width(LlmServer server) {
        return Math.min(most, server.inFlight());
    }

    /** Waits for its turn; an interrupted thread leaves with {@link InterruptedException}. */
    <T> T pass(LlmServer server, Supplier<T> work) throws InterruptedException {
        var own =
                byServer.computeIfAbsent(new Key(server.id(), server.inFlight()), key -> new Semaphore(width(server)));
        own.acquire();
        try {
            all.acquire();
            try {
                return work.get();
            } finally {
                all.release();
            }
        } finally {
            own.release();
        }
    }
}
