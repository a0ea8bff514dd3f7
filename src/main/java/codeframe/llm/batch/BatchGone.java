package codeframe.llm.batch;

import codeframe.llm.server.LlmClient;
import codeframe.llm.server.ServerRefusal;
import java.util.function.Supplier;

/** The server does not know a batch any more that it made, or a file of its answers; the message is a sentence. */
final class BatchGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private BatchGone(String sentence) {
        super(sentence, null, false, false);
    }

    /** @param work about one thing that the server once named */
    static <T> T unlessFound(LlmClient client, Supplier<T> work) {
        return BatchClient.trying(client, client.patience(), () -> {
            try {
                return work.get();
            } catch (ServerRefusal said) {
                if (said.status() == 404 || said.status() == 410) {
                    throw new BatchGone("The server does not know the batch or its answers any more.");
                }
                throw said;
            }
        });
    }
}
