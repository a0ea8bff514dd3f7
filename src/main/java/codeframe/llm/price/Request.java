package codeframe.llm.price;

import java.util.List;

/**
 * A request that is about to be sent, as the ledger notes it.
 *
 * @param run null for a try or a test
 * @param image null for a test
 * @param step its place among the requests for the image
 * @param sample which of several answers to the same question
 * @param again whether an earlier one was lost, so that this may be paid a second time
 * @param batch the batch it goes with, or null
 * @param expected our own count of the input's tokens
 */
public record Request(
        long project,
        long server,
        String model,
        String purpose,
        Long run,
        Long image,
        int step,
        int sample,
        boolean again,
        Long batch,
        int expected,
        Sent sent) {
    /**
     * @param told what the model is told of the image in words; null where nothing is
     * @param pictures how many are sent
     * @param images whose they are, where others than the one that is asked about are among them
     */
    public record Sent(String told, int pictures, List<Long> images) {
        private static final Sent ITSELF = new Sent(null, 1, List.of());
    }

    /** About an image that is sent itself, or about none. */
    public Request(
            long project,
            long server,
            String model,
            String purpose,
            Long run,
            Long image,
            int step,
            int sample,
            boolean again,
            Long batch,
            int expected) {
        this(project, server, model, purpose, run, image, step, sample, again, batch, expected, Sent.ITSELF);
    }
}
