package codeframe.run;

import codeframe.coding.Code;
import codeframe.db.Json;
import java.time.Instant;
import java.util.List;

/** What a classifier has to say of one image. It belongs to the image by its id, never by its place in a batch. */
public sealed interface Result {
    long image();

    /**
     * Settled.
     *
     * @param codes empty unless the outcome has some
     * @param error a sentence for the owner, or null
     * @param reused whether nothing had to be computed, because an earlier run left it behind
     * @param detail what else is worth keeping, such as a raw answer, or null
     */
    public record Done(long image, Outcome outcome, List<Code> codes, String error, boolean reused, int ms, Json detail)
            implements Result {

        public static Done coded(long image, List<Code> codes, boolean reused, int ms) {
            return new Done(image, Outcome.CODED, codes, null, reused, ms, null);
        }

        public static Done failed(long image, Outcome outcome, String sentence) {
            return new Done(image, outcome, List.of(), sentence, false, 0, null);
        }
    }

    /** To be tried again, and not before the given time: a server asked to wait. */
    record Later(long image, Instant at, String reason) implements Result {}
}
