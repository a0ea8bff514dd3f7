package codeframe.llm.ask;

import codeframe.db.Json;
import codeframe.llm.prompt.Asking;
import codeframe.llm.prompt.Detail;
import codeframe.llm.prompt.SchemaMode;
import codeframe.llm.server.LlmServer;
import com.fasterxml.jackson.core.type.TypeReference;
import com.openai.core.JsonValue;
import com.openai.models.ResponseFormatJsonObject;
import com.openai.models.ResponseFormatJsonSchema;
import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionContentPartImage;
import com.openai.models.chat.completions.ChatCompletionContentPartText;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * One request about one image, as it is sent: the prompt as the system's word, examples at low detail with their answers,
 * then the image.
 *
 * @param sample which of several answers to the same question; each has a seed of its own
 */
public record Question(LlmServer server, String model, RunTerms terms, long seed, Asking asking, int sample) {

    /** @param shots examples by the id of their image */
    public ChatCompletionCreateParams params(SentImage image, LongFunction<SentImage> shots) {
        var builder = ChatCompletionCreateParams.builder().model(model).addSystemMessage(asking.prompt());
        for (var shot : asking.shots()) {
            builder.addUserMessageOfArrayOfContentParts(parts(shots.apply(shot.image()), Detail.LOW));
            builder.addAssistantMessage(shot.answer());
        }
        builder.addUserMessageOfArrayOfContentParts(parts(image, terms.detail()));
        builder.putAdditionalBodyProperty("seed", JsonValue.from(seed + sample));
        if (terms.temperature() != null) {
            builder.temperature(terms.temperature());
        }
        if (server.isOpenAi()) {
            builder.maxCompletionTokens((long) terms.maxTokens());
        } else {
            builder.putAdditionalBodyProperty("max_tokens", JsonValue.from(terms.maxTokens()));
        }
        form(builder);
        return builder.build();
    }

    private static List<ChatCompletionContentPart> parts(SentImage image, Detail detail) {
        var url = ChatCompletionContentPartImage.ImageUrl.builder()
                .url(image.dataUrl())
                .detail(ChatCompletionContentPartImage.ImageUrl.Detail.of(detail.word()))
                .build();
        return List.of(
                ChatCompletionContentPart.ofText(ChatCompletionContentPartText.builder()
                        .text("The image:")
                        .build()),
                ChatCompletionContentPart.ofImageUrl(
                        ChatCompletionContentPartImage.builder().imageUrl(url).build()));
    }

    private void form(ChatCompletionCreateParams.Builder builder) {
        if (asking.mode() == SchemaMode.STRICT) {
            var schema = ResponseFormatJsonSchema.JsonSchema.Schema.builder();
            Json.MAPPER
                    .convertValue(asking.schema(), new TypeReference<Map<String, Object>>() {})
                    .forEach((key, value) -> schema.putAdditionalProperty(key, JsonValue.from(value)));
            builder.responseFormat(ResponseFormatJsonSchema.builder()
                    .jsonSchema(ResponseFormatJsonSchema.JsonSchema.builder()
                            .name("codes")
                            .strict(true)
                            .schema(schema.build())
                            .build())
                    .build());
        } else if (asking.mode() == SchemaMode.JSON) {
            builder.responseFormat(ResponseFormatJsonObject.builder().build());
        }
    }
}
