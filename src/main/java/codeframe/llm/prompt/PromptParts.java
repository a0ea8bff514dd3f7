package codeframe.llm.prompt;

import codeframe.codebook.Codebook;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The prompt as a template of named parts, in the order in which the model reads them. */
public record PromptParts(List<PromptPart> parts) {
    public PromptParts {
        parts = parts == null ? List.of() : List.copyOf(parts);
    }

    /** As the codebook has it, with nothing edited. */
    public static PromptParts of(Codebook codebook) {
        return of(codebook, Evidence.IMAGE);
    }

    public static PromptParts of(Codebook codebook, Evidence evidence) {
        return of(codebook, Phrasing.USUAL, evidence);
    }

    private static PromptParts of(Codebook codebook, Phrasing phrasing, Evidence evidence) {
        return new GeneratedPrompt(codebook, phrasing, evidence).parts();
    }

    /** What they are written for. */
    public Evidence evidence() {
        if (part(PromptPart.FEATURES).isPresent()) {
            return Evidence.FEATURES;
        }
        return part(PromptPart.OBJECTIVE).isPresent() ? Evidence.IMAGE : Evidence.DESCRIPTION;
    }

    public PromptParts with(Map<String, String> texts) {
        var changed = this;
        for (var text : texts.entrySet()) {
            changed = changed.with(text.getKey(), text.getValue());
        }
        return changed;
    }

    /** The same in other words; a part that somebody has rewritten keeps theirs. */
    public PromptParts phrased(Codebook codebook, Phrasing phrasing) {
        var usual = of(codebook, evidence());
        var other = of(codebook, phrasing, evidence());
        return new PromptParts(parts.stream()
                .map(part ->
                        part.text().equals(usual.text(part.name())) ? part.withText(other.text(part.name())) : part)
                .toList());
    }

    public Optional<PromptPart> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** Empty where there is no such part. */
    public String text(String name) {
        return part(name).map(PromptPart::text).orElse("");
    }

    /** A name that is not there changes nothing: its variable has left the codebook. */
    public PromptParts with(String name, String text) {
        return new PromptParts(parts.stream()
                .map(part -> part.name().equals(name) ? part.withText(text) : part)
                .toList());
    }
}
