package codeframe.llm.ask;

import codeframe.web.Choice;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What of a request is chosen by hand, beyond temperature and length.
 *
 * @param seed whether the run's seed is sent
 * @param effort how long a model may think, in its maker's word; empty to send none
 * @param limitName the name by which the limit of an answer is sent; empty to send it as the server is known to take it
 * @param further fields of the body, as an object
 * @param logprobs whether the probabilities of the answer's tokens are asked for, as the confidence of its values; not in
 *     runs from before
 */
public record RequestFields(boolean seed, String effort, String limitName, JsonNode further, boolean logprobs) {
    public static final RequestFields USUAL = new RequestFields(true, "", "", null, false);

    public static final List<String> EFFORTS = List.of("none", "minimal", "low", "medium", "high", "xhigh");

    public static final List<String> LIMIT_NAMES = List.of("max_tokens", "max_completion_tokens");

    public static final List<Choice> EFFORT_CHOICES = choices("Not sent", EFFORTS);

    public static final List<Choice> LIMIT_CHOICES = choices("As the server takes it", LIMIT_NAMES);

    /**
     * All that may be sent further, in small letters: how the next word is drawn, and how the model thinks. Whatever could
     * change the model, the number or length of answers, the tools or the tariff is not among it: a request is paid for by
     * what is set aside before. Objects that servers merge into the body, such as extra_body, would carry the rest along.
     */
    public static final SortedSet<String> FURTHER = Collections.unmodifiableSortedSet(new TreeSet<>(Set.of(
            "top_p",
            "top_k",
            "min_p",
            "typical_p",
            "presence_penalty",
            "frequency_penalty",
            "repetition_penalty",
            "repeat_penalty",
            "logit_bias",
            "stop",
            "verbosity",
            "thinking",
            "reasoning",
            "think",
            "enable_thinking",
            "chat_template_kwargs",
            "safety_settings")));

    private static List<Choice> choices(String none, List<String> words) {
        return Stream.concat(Stream.of(new Choice("", none)), words.stream().map(word -> new Choice(word, word)))
                .toList();
    }

    public RequestFields {
        effort = effort == null ? "" : effort;
        limitName = limitName == null ? "" : limitName;
        further = further == null || !further.isObject() ? JsonNodeFactory.instance.objectNode() : further;
    }
}
