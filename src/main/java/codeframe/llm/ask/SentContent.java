package codeframe.llm.ask;

import codeframe.llm.price.Request;
import codeframe.llm.prompt.Detail;
import codeframe.llm.server.RequestHabit;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.util.List;
import java.util.Set;

/** What is sent about an image: the image itself, or what is known of it in words. */
public sealed interface SentContent permits SentImage, SentFeatures, SentPost, SentUnit {
    /**
     * Adds the user's message.
     *
     * @param before stands before it in the same message, or empty
     * @param after stands behind it, or empty
     */
    void addTo(
            ChatCompletionCreateParams.Builder request,
            String before,
            String after,
            Detail detail,
            Set<RequestHabit> habits);

    /** What it takes of a model's input, by our own count. */
    long tokens(String model, Detail detail);

    /** What is told in words, as the ledger keeps it; null where there are none: images are here anyway. */
    String words();

    /** How many pictures are sent. */
    int pictures();

    /** The pictures that are sent by their numbers; none where the image goes alone, or in words. */
    default List<SentPicture> numbered() {
        return List.of();
    }

    /** What of it the ledger notes. */
    default Request.Sent noted() {
        return new Request.Sent(
                words(), pictures(), numbered().stream().map(SentPicture::image).toList());
    }
}
