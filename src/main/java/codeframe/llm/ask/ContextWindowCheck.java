package codeframe.llm.ask;

import codeframe.llm.server.ServerRefusal;
import codeframe.llm.server.TransportError;
import codeframe.web.NumberText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How much a model takes in and gives out at once: as its server says, else as its maker documents it. */
public final class ContextWindowCheck {
    private record Family(String prefix, long tokens) {}

    /** OpenAI's and Anthropic's model pages, November 2026; by the beginning of the name. */
    private static final List<Family> FAMILIES = List.of(
            new Family("gpt-4o", 128_000),
            new Family("gpt-4-turbo", 128_000),
            new Family("gpt-4.1", 1_047_576),
            new Family("gpt-5", 400_000),
            new Family("o1", 200_000),
            new Family("o3", 200_000),
            new Family("o4", 200_000),
            new Family("claude", 200_000));

    private ContextWindowCheck() {}

    /** Why the longest request of a plan does not fit, as a sentence; empty when it does or nobody knows. */
    public static Optional<String> objection(RequestSetup setup) {
        long input = setup.askings().preview().stream()
                .mapToLong(asking -> setup.tariff().expectedAtMost(asking))
                .max()
                .orElse(0);
        long output = setup.terms().maxTokens();
        return window(setup)
                .filter(window -> input + output > window)
                .map(window -> "The prompt with "
                        + sent(setup.terms())
                        + " takes about " + NumberText.count(input)
                        + " tokens and the answer up to " + NumberText.count(output) + ": more than the "
                        + NumberText.count(window) + " that " + setup.plan().model()
                        + " takes at once. Ask for fewer variables in one request, smaller images or shorter answers.");
    }

    private static String sent(RunTerms terms) {
        if (terms.unitPictures() > 0) {
            return NumberText.count(terms.unitPictures(), "picture", "pictures");
        }
        return terms.features() == null ? "an image" : "the features of an image";
    }

    private static Optional<Long> window(RequestSetup setup) {
        return told(setup).or(() -> documented(setup.plan().model()));
    }

    /** A server that cannot be asked just now will say so when it is asked about images. */
    private static Optional<Long> told(RequestSetup setup) {
        try {
            return setup.client().window(setup.plan().model());
        } catch (ServerRefusal | TransportError unasked) {
            return Optional.empty();
        }
    }

    private static Optional<Long> documented(String model) {
        var name = model.substring(model.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return FAMILIES.stream()
                .filter(family -> name.startsWith(family.prefix()))
                .findFirst()
                .map(Family::tokens);
    }
}
