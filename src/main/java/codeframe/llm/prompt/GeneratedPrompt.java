package codeframe.llm.prompt;

import codeframe.codebook.Codebook;
import codeframe.codebook.Level;
import codeframe.codebook.Variable;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the parts of the prompt from a codebook. */
final class GeneratedPrompt {
    private static final String DESCRIBER = """
            You describe images for a quantitative content analysis, so that somebody who cannot see them knows what they \
            show. Say what can be seen. Do not interpret it, do not judge it, and do not guess.""";

    private static final String NO_OBJECTIVE = "code what the image shows.";

    private final Codebook codebook;
    private final Phrasing.Phrases phrases;
    private final FeaturePhrases told;
    private final Evidence evidence;

    GeneratedPrompt(Codebook codebook, Phrasing phrasing, Evidence evidence) {
        this.codebook = codebook;
        this.phrases = phrasing.phrases();
        this.told = FeaturePhrases.of(phrasing);
        this.evidence = evidence;
    }

    PromptParts parts() {
        var parts = new ArrayList<PromptPart>();
        parts.add(new PromptPart(PromptPart.ROLE, "Role", role()));
        if (!evidence.isImage()) {
            parts.add(new PromptPart(PromptPart.FEATURES, "What is known", told.features()));
        }
        parts.add(new PromptPart(PromptPart.ANONYMITY, "Anonymity", phrases.anonymity()));
        if (!evidence.describes()) {
            parts.add(new PromptPart(PromptPart.OBJECTIVE, "Objective", objective()));
        }
        for (var group : codebook.groups()) {
            if (!group.isEmpty()) {
                parts.add(new PromptPart(PromptPart.group(group), "Group " + group, "### " + literal(group)));
            }
            codebook.variables().stream()
                    .filter(variable -> variable.group().equals(group))
                    .forEach(variable -> parts.add(section(variable)));
        }
        if (!evidence.describes()) {
            var unsure = evidence.isImage() ? phrases.unsure() : told.unsure();
            parts.add(new PromptPart(PromptPart.UNSURE, "When in doubt", unsure));
        }
        parts.add(new PromptPart(PromptPart.ANSWER, "How to answer", phrases.answer()));
        return new PromptParts(parts);
    }

    private String role() {
        return switch (evidence) {
            case IMAGE -> phrases.role();
            case FEATURES -> told.role();
            case DESCRIPTION -> DESCRIBER;
        };
    }

    private String objective() {
        return phrases.objective() + (codebook.objective().isEmpty() ? NO_OBJECTIVE : literal(codebook.objective()));
    }

    private PromptPart section(Variable variable) {
        var text = Stream.of(
                        "#### " + literal(variable.label()) + " (`" + variable.key() + "`)",
                        literal(variable.instruction()),
                        variable.showIf().always() ? "" : Placeholders.CONDITION,
                        rule(variable) + ":",
                        Placeholders.VALUES)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return new PromptPart(PromptPart.variable(variable.key()), variable.label(), text);
    }

    private String rule(Variable variable) {
        var rules = phrases.rules();
        return switch (variable.type()) {
            case SINGLE -> rules.single() + (variable.level() == Level.ORDINAL ? rules.ordered() : "");
            case MULTI -> rules.multi();
            case BOOLEAN, NUMBER, TEXT -> rules.other();
        };
    }

    /** Text of a codebook is never taken for a placeholder. */
    private static String literal(String text) {
        return text.replace("{{", "{ {");
    }
}
