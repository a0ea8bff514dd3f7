package codeframe.feature.vision;

import java.time.Duration;
import java.util.Optional;

/** How requests leave this server: where keys are unsealed and addresses looked at, as for LLM servers. */
public interface VisionClient {
    /**
     * What came back.
     *
     * @param status of HTTP
     * @param pause for how long it wants to be left alone, where it says so
     */
    record Reply(int status, String body, Optional<Duration> pause) {}

    /** Nothing came back; the message is a sentence. */
    final class NoReply extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean perhapsDone;

        /** @param perhapsDone whether the service may have done the work, and charged it */
        public NoReply(String sentence, boolean perhapsDone) {
            super(sentence, null, false, false);
            this.perhapsDone = perhapsDone;
        }

        public boolean isPerhapsDone() {
            return perhapsDone;
        }
    }

    /** @param json body of {@code images:annotate} */
    Reply annotate(VisionService service, byte[] json) throws NoReply;

    /** Why images may not be sent there, as a sentence. */
    Optional<String> objection(VisionService service);

    /** What is wrong with an address, as a sentence. */
    Optional<String> mistake(String baseUrl);

    byte[] seal(long project, String baseUrl, String key);
}
