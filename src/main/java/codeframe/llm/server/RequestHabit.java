package codeframe.llm.server;

import codeframe.web.Word;
import java.util.Optional;

/** One way in which requests are written otherwise for a server that refused them as they usually are. */
public enum RequestHabit implements Word {
    NO_TEMPERATURE("This server takes no temperature, so none is sent and the model uses its own."),
    NO_SEED("This server takes no seed, so none is sent: the same request may be answered otherwise."),
    MAX_TOKENS("This server takes the limit of an answer as max_tokens."),
    MAX_COMPLETION_TOKENS("This server takes the limit of an answer as max_completion_tokens."),
    JSON_OBJECT("This server takes no schema, so JSON is asked for and the answer is checked here."),
    PLAIN_TEXT("This server takes no form of answer at all, so the prompt alone asks for JSON."),
    NO_LOGPROBS(
            "This model gives no probabilities of its answers, so none are asked for and its codes have no confidence."),
    NO_DETAIL("This server takes no level of detail for images, so none is sent."),
    SYSTEM_AS_USER("This server takes no message of the system, so the prompt stands before the image."),
    NO_EXPIRY("This server takes no expiry of batch files: they are deleted once their answers are collected.");

    private final String sentence;

    RequestHabit(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

    public static Optional<RequestHabit> named(String word) {
        return Word.named(values(), word);
    }
}
