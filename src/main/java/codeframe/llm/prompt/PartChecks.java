package codeframe.llm.prompt;

import codeframe.codebook.Codebook;
import codeframe.codebook.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether a part that somebody has rewritten can still be asked by. */
public final class PartChecks {
    static final int LONGEST = 20_000;

    private PartChecks() {}

    /** All parts of a prompt; empty when it can be sent. */
    public static List<String> mistakes(PromptParts parts, Codebook codebook) {
        return parts.parts().stream()
                .flatMap(part -> mistake(part, codebook).stream().map(said -> part.title() + ": " + said))
                .toList();
    }

    /** The first thing that is wrong, as a sentence. */
    public static Optional<String> mistake(PromptPart part, Codebook codebook) {
        if (part.text().isBlank()) {
            return mayBeEmpty(part)
                    ? Optional.empty()
                    : Optional.of("This part may not be empty. “Reset” brings back the generated text.");
        } else if (part.text().length() > LONGEST) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "This part has %,d characters; %,d are the most.",
                    part.text().length(),
                    LONGEST));
        }
        return unknown(part, codebook).or(() -> missing(part));
    }

    private static boolean mayBeEmpty(PromptPart part) {
        return part.name().equals(PromptPart.UNSURE) || part.name().startsWith("group:");
    }

    private static Optional<String> unknown(PromptPart part, Codebook codebook) {
        var allowed = allowed(part, codebook);
        return Placeholders.in(part.text()).stream()
                .filter(found -> !allowed.contains(found))
                .findFirst()
                .map(found -> "Nothing can be filled in for " + found + " here. "
                        + (allowed.isEmpty()
                                ? "This part has no placeholders."
                                : "What can be filled in: " + String.join(", ", allowed) + "."));
    }

    static List<String> allowed(PromptPart part, Codebook codebook) {
        var allowed = new ArrayList<String>();
        if (part.name().equals(PromptPart.ANSWER)) {
            allowed.add(Placeholders.KEYS);
            allowed.add(Placeholders.FORM);
        }
        variable(part, codebook).ifPresent(variable -> {
            allowed.add(Placeholders.VALUES);
            if (!variable.showIf().always()) {
                allowed.add(Placeholders.CONDITION);
            }
        });
        return allowed;
    }

    private static Optional<Variable> variable(PromptPart part, Codebook codebook) {
        return part.name().startsWith("variable:")
                ? codebook.variable(part.name().substring("variable:".length()))
                : Optional.empty();
    }

    private static Optional<String> missing(PromptPart part) {
        var found = Placeholders.in(part.text());
        if (part.name().startsWith("variable:") && !found.contains(Placeholders.VALUES)) {
            return Optional.of("The values have no place: write " + Placeholders.VALUES + " where they are to stand.");
        } else if (part.name().equals(PromptPart.ANSWER)) {
            if (!found.contains(Placeholders.KEYS) && !found.contains(Placeholders.FORM)) {
                return Optional.of("The model is not told the keys of its answer: write " + Placeholders.FORM + " or "
                        + Placeholders.KEYS + " where they are to stand.");
            } else if (!part.text().toLowerCase(Locale.ROOT).contains("json")) {
                return Optional.of("The word JSON has to stand here: servers refuse JSON mode without it.");
            }
        }
        return Optional.empty();
    }
}
