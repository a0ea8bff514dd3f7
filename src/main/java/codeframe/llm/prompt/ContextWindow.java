package codeframe.llm.prompt;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** How much fits into a model at once, as the makers document it; of models that are not listed nothing is known. */
public final class ContextWindow {
    /** By the beginning of the name. */
    private static final Map<String, Long> TOKENS = Map.ofEntries(
            Map.entry("gpt-4.1", 1_047_576L),
            Map.entry("gpt-4o", 128_000L),
            Map.entry("gpt-4-turbo", 128_000L),
            Map.entry("gpt-4-vision", 128_000L),
            Map.entry("gpt-5", 400_000L),
            Map.entry("o1", 200_000L),
            Map.entry("o3", 200_000L),
            Map.entry("o4-mini", 200_000L),
            Map.entry("claude", 200_000L),
            Map.entry("gemini", 1_048_576L),
            Map.entry("llava", 4_096L),
            Map.entry("gemma", 128_000L),
            Map.entry("qwen", 32_768L));

    private ContextWindow() {}

    public static OptionalLong of(String model) {
        var name = model.substring(model.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return TOKENS.entrySet().stream()
                .filter(family -> name.startsWith(family.getKey()))
                .mapToLong(Map.Entry::getValue)
                .findFirst();
    }

    /**
     * Why a prompt cannot be sent, found before anything is spent.
     *
     * @param edge longest edge of the images as sent
     * @param output the most tokens of an answer
     */
    public static Optional<String> objection(String model, List<Asking> askings, int edge, Detail detail, int output) {
        var window = of(model);
        long needed = askings.stream()
                .mapToLong(asking -> needed(model, asking, edge, detail))
                .max()
                .orElse(0);
        if (window.isEmpty() || needed + output <= window.getAsLong()) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "The longest request needs about %,d tokens and leaves %,d for the answer, but %s takes %,d in all. Split"
                        + " the variables over several requests, or shorten the prompt.",
                needed,
                output,
                model,
                window.getAsLong()));
    }

    private static long needed(String model, Asking asking, int edge, Detail detail) {
        long shots = asking.shots().size() * ImageTokens.of(model, 512, 512, Detail.LOW);
        return TextTokens.in(asking) + shots + ImageTokens.of(model, edge, edge, detail);
    }
}
