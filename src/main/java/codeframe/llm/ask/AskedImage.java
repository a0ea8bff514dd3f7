package codeframe.llm.ask;

import codeframe.run.RunImage;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** An image that is asked about; what is sent of it is made ready when the first request needs it. */
public final class AskedImage {
    private final long id;
    private final int retries;
    private final String objection;
    private final Supplier<SentContent> load;
    private final LongFunction<SentContent> shots;
    private SentContent loaded;

    /** @param shots examples by the id of their image */
    public AskedImage(RunImage image, Supplier<SentContent> load, LongFunction<SentContent> shots) {
        this.id = image.id();
        this.retries = image.retries();
        this.objection = image.objection();
        this.load = load;
        this.shots = shots;
    }

    public long id() {
        return id;
    }

    /** How often it was opened again: it is asked with another seed then, unless the model is told something new. */
    int retries() {
        return retries;
    }

    /** What was wrong with the earlier answer, where the model is told, or empty. */
    String objection() {
        return objection == null || objection.isBlank()
                ? ""
                : "An earlier answer about this image could not be used: " + objection
                        + " Answer once more, exactly in the form that is asked for.";
    }

    public SentContent content() {
        if (loaded == null) {
            loaded = load.get();
        }
        return loaded;
    }

    public LongFunction<SentContent> shots() {
        return shots;
    }
}
