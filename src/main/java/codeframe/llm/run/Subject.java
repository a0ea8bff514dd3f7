package codeframe.llm.run;

import java.util.function.LongFunction;
import java.util.function.Supplier;

/** An image that is asked about; it is read and made smaller when the first request needs it. */
final class Subject {
    private final long id;
    private final Supplier<SentImage> load;
    private final LongFunction<SentImage> shots;
    private SentImage loaded;

    /** @param shots examples by the id of their image */
    Subject(long id, Supplier<SentImage> load, LongFunction<SentImage> shots) {
        this.id = id;
        this.load = load;
        this.shots = shots;
    }

    long id() {
        return id;
    }

    SentImage image() {
        if (loaded == null) {
            loaded = load.get();
        }
        return loaded;
    }

    LongFunction<SentImage> shots() {
        return shots;
    }
}
