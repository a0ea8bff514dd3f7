package codeframe.llm.ask;

import java.util.function.LongFunction;
import java.util.function.Supplier;

/** An image that is asked about; it is read and made smaller when the first request needs it. */
public final class AskedImage {
    private final long id;
    private final Supplier<SentImage> load;
    private final LongFunction<SentImage> shots;
    private SentImage loaded;

    /** @param shots examples by the id of their image */
    public AskedImage(long id, Supplier<SentImage> load, LongFunction<SentImage> shots) {
        this.id = id;
        this.load = load;
        this.shots = shots;
    }

    public long id() {
        return id;
    }

    public SentImage image() {
        if (loaded == null) {
            loaded = load.get();
        }
        return loaded;
    }

    public LongFunction<SentImage> shots() {
        return shots;
    }
}
