package codeframe.llm.ask;

import codeframe.llm.prompt.Detail;
import codeframe.llm.prompt.TextTokens;
import codeframe.llm.server.RequestHabit;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.util.Set;

/** The features of an image as they are sent: one JSON object, as a plain text that models without eyes take too. */
public record SentFeatures(String json) implements SentContent {
    @Override
    public void addTo(
            ChatCompletionCreateParams.Builder request,
            String before,
            String after,
            Detail detail,
            Set<RequestHabit> habits) {
        request.addUserMessage(before + json + (after.isEmpty() ? "" : "\n\n" + after));
    }

    @Override
    public long tokens(String model, Detail detail) {
        return TextTokens.in(json);
    }

    @Override
    public String words() {
        return json;
    }

    @Override
    public int pictures() {
        return 0;
    }
}
