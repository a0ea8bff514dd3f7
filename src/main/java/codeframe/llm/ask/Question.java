package codeframe.llm.ask;

import codeframe.db.Json;
import codeframe.llm.confidence.AnswerTokens;
import codeframe.llm.prompt.Asking;
import codeframe.llm.prompt.Detail;
import codeframe.llm.prompt.SchemaMode;
import codeframe.llm.server.LlmServer;
import codeframe.llm.server.RequestHabit;
import com.fasterxml.jackson.core.type.TypeReference;
import com.openai.core.JsonValue;
import com.openai.models.ResponseFormatJsonObject;
import com.openai.models.ResponseFormatJsonSchema;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * One request about one image, as it is sent: the prompt as the system's word, examples at low detail with their answers,
 * then the image, or its features.
 *
 * @param seed of the first sample
 * @param sample which of several answers to the same question; each has a seed of its own
 * @param objection what is told of an earlier answer about the image, or empty
 */
public record Question(
        LlmServer server, String model, RunTerms terms, long seed, Asking asking, int sample, String objection) {

    /**
     * @param shots examples by the id of their image
     * @param habits in which it is written otherwise for this server
     */
    public ChatCompletionCreateParams params(
            SentContent content, LongFunction<SentContent> shots, Set<RequestHabit> habits) {
        var builder = ChatCompletionCreateParams.builder().model(model);
        var prompt = habits.contains(RequestHabit.SYSTEM_AS_USER) ? asking.prompt() + "\n\n" : "";
        if (prompt.isEmpty()) {
            builder.addSystemMessage(asking.prompt());
        }
        for (var shot : asking.shots()) {
            shots.apply(shot.image()).addTo(builder, prompt, "", Detail.LOW, habits);
            builder.addAssistantMessage(shot.answer());
            prompt = "";
        }
        content.addTo(builder, prompt, objection, terms.detail(), habits);
        numbers(builder, habits);
        form(builder, habits);
        return builder.build();
    }

    private void numbers(ChatCompletionCreateParams.Builder builder, Set<RequestHabit> habits) {
        if (terms.fields().seed() && !habits.contains(RequestHabit.NO_SEED)) {
            builder.putAdditionalBodyProperty("seed", JsonValue.from(seed + sample));
        }
        if (terms.temperature() != null && !habits.contains(RequestHabit.NO_TEMPERATURE)) {
            builder.temperature(terms.temperature());
        }
        if (limitsCompletion(habits)) {
            builder.maxCompletionTokens((long) terms.maxTokens());
        } else {
            builder.putAdditionalBodyProperty("max_tokens", JsonValue.from(terms.maxTokens()));
        }
        if (asksLogprobs(habits)) {
            builder.logprobs(true).topLogprobs(AnswerTokens.ALTERNATIVES);
        }
        byHand(builder);
    }

    private boolean asksLogprobs(Set<RequestHabit> habits) {
        return terms.fields().logprobs() && !habits.contains(RequestHabit.NO_LOGPROBS);
    }

    private void byHand(ChatCompletionCreateParams.Builder builder) {
        var fields = terms.fields();
        if (!fields.effort().isEmpty()) {
            builder.putAdditionalBodyProperty("reasoning_effort", JsonValue.from(fields.effort()));
        }
        fields.further()
                .properties()
                .forEach(
                        one -> builder.putAdditionalBodyProperty(one.getKey(), JsonValue.fromJsonNode(one.getValue())));
    }

    /** What the server said goes before what was chosen, which goes before what is usual. */
    private boolean limitsCompletion(Set<RequestHabit> habits) {
        if (habits.contains(RequestHabit.MAX_COMPLETION_TOKENS) || habits.contains(RequestHabit.MAX_TOKENS)) {
            return habits.contains(RequestHabit.MAX_COMPLETION_TOKENS);
        }
        var chosen = terms.fields().limitName();
        return chosen.isEmpty() ? server.isOpenAi() : chosen.equals("max_completion_tokens");
    }

    /** What a server can refuse of it. */
    public ParameterRefusal.Sent sent(Set<RequestHabit> habits) {
        return new ParameterRefusal.Sent(
                terms.temperature() != null, asking.mode(), limitsCompletion(habits), asksLogprobs(habits));
    }

    private void form(ChatCompletionCreateParams.Builder builder, Set<RequestHabit> habits) {
        boolean plain = habits.contains(RequestHabit.PLAIN_TEXT) || asking.mode() == SchemaMode.TEXT;
        boolean json = habits.contains(RequestHabit.JSON_OBJECT) || asking.mode() == SchemaMode.JSON;
        if (!plain && !json) {
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
        } else if (!plain) {
            builder.responseFormat(ResponseFormatJsonObject.builder().build());
        }
    }
}
