package codeframe.llm.confidence;

import codeframe.db.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tokens of an answer with their natural logarithms of probability, as OpenAI's chat completions have them under
 * {@code logprobs} and many servers after it (developers.openai.com/api/reference, "Create chat completion"). Tokens may end
 * within a character, so texts are of bytes: one character below 256 a byte.
 */
public record AnswerTokens(List<Token> tokens) {
    /** Where a server gives none, or others than those of the answer. */
    public static final AnswerTokens NONE = new AnswerTokens(List.of());

    /** Alternatives that are asked for with each token: as many as the strictest servers allow. */
    public static final int ALTERNATIVES = 5;

    /** Below a probability of one in ten thousand an alternative is not kept. */
    private static final double FAINT = Math.log(1e-4);

    /** Some servers write that for a probability of 0. */
    private static final double LEAST = -9999;

    /** @param others by what might have stood in its place */
    public record Token(String bytes, double logarithm, Map<String, Double> others) {
        double probability() {
            return Math.exp(logarithm);
        }

        /** A part of it, whose alternatives are not known. */
        private Token part(int from, int to) {
            return from == 0 && to == bytes.length() ? this : new Token(bytes.substring(from, to), logarithm, Map.of());
        }
    }

    public boolean isEmpty() {
        return tokens.isEmpty();
    }

    String bytes() {
        var all = new StringBuilder();
        tokens.forEach(token -> all.append(token.bytes()));
        return all.toString();
    }

    /** Whether they are those of a text. */
    public boolean areOf(String text) {
        return bytes().equals(bytes(text));
    }

    public static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /**
     * As a server sends them. Tokens around the answer, such as those of a thought before it, are left out.
     *
     * @param logprobs of a choice, of whatever form
     * @param answer the text whose tokens they should be
     */
    public static AnswerTokens sent(JsonNode logprobs, String answer) {
        var tokens = new ArrayList<Token>();
        for (var one : logprobs.path("content")) {
            if (!one.path("token").isTextual() || !one.path("logprob").isNumber()) {
                return NONE;
            }
            tokens.add(new Token(spelt(one), logarithm(one), others(one)));
        }
        return answer == null || answer.isEmpty() ? NONE : new AnswerTokens(tokens).around(bytes(answer));
    }

    private static Map<String, Double> others(JsonNode token) {
        var others = new LinkedHashMap<String, Double>();
        for (var one : token.path("top_logprobs")) {
            boolean faint = logarithm(one) < FAINT;
            var spelt = spelt(one);
            if (!faint && !spelt.isEmpty() && spelt.indexOf('\0') < 0 && !spelt.equals(spelt(token))) {
                others.put(spelt, logarithm(one));
            }
        }
        return others;
    }

    private static String spelt(JsonNode token) {
        var bytes = token.path("bytes");
        if (!bytes.isArray() || bytes.isEmpty()) {
            return bytes(token.path("token").asText(""));
        }
        var spelt = new StringBuilder();
        bytes.forEach(one -> spelt.append((char) (one.asInt() & 0xff)));
        return spelt.toString();
    }

    /** As exact as it is kept. */
    private static double logarithm(JsonNode token) {
        double sent = token.path("logprob").asDouble(LEAST);
        return Math.round(Math.max(LEAST, Math.min(0, sent)) * 1e7) / 1e7;
    }

    /** Of the last place where the answer stands; none where it has a zero character, which PostgreSQL does not hold. */
    private AnswerTokens around(String answer) {
        int start = bytes().lastIndexOf(answer);
        if (start < 0) {
            return NONE;
        }
        var inside = new ArrayList<Token>();
        int at = 0;
        for (var token : tokens) {
            int from = Math.max(0, start - at);
            int to = Math.min(token.bytes().length(), start + answer.length() - at);
            if (from < to) {
                inside.add(token.part(from, to));
            }
            at += token.bytes().length();
        }
        return answer.indexOf('\0') < 0 ? new AnswerTokens(inside) : NONE;
    }

    /** A list a token: text, logarithm and, where there are some, alternatives by their text; null where there are none. */
    public Json json() {
        return isEmpty()
                ? null
                : Json.of(tokens.stream()
                        .map(token -> token.others().isEmpty()
                                ? List.of(token.bytes(), token.logarithm())
                                : List.of(token.bytes(), token.logarithm(), token.others()))
                        .toList());
    }

    public static AnswerTokens of(Json json) {
        if (json == null) {
            return NONE;
        }
        var tokens = new ArrayList<Token>();
        for (var one : json.tree()) {
            var others = new LinkedHashMap<String, Double>();
            one.path(2)
                    .properties()
                    .forEach(
                            other -> others.put(other.getKey(), other.getValue().asDouble()));
            tokens.add(new Token(one.path(0).asText(), one.path(1).asDouble(), others));
        }
        return new AnswerTokens(tokens);
    }
}
