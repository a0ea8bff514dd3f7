package codeframe.llm.prompt;

import codeframe.codebook.Codebook;
import codeframe.codebook.Level;
import codeframe.codebook.Variable;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the parts of the prompt from a codebook. */
final class GeneratedPrompt {
    private static final String ROLE = """
            You are an experienced coder of images in a quantitative content analysis. Code the image you are given by \
            the codebook below and by nothing else.""";

    private static final String ANONYMITY = """
            Who the people in the image are is of no interest here. Recognise and name nobody, treat every person as \
            anonymous, and describe only what can be seen, in the terms of the codebook.""";

    private static final String OBJECTIVE = "Code what the image shows.";

    private static final String UNSURE = """
            Where the image does not show enough to decide, the value for being unsure is the right answer. Do not \
            guess.""";

    private static final String ANSWER = """
            Answer with one JSON object and nothing else: no explanation before it and no remark after it. Its keys \
            are {{keys}}. Use each key once and spell every value exactly as it is listed above. The form of the \
            answer is:
            {{form}}""";

    private GeneratedPrompt() {}

    static PromptParts of(Codebook codebook) {
        var parts = new ArrayList<PromptPart>();
        parts.add(new PromptPart(PromptPart.ROLE, "Role", ROLE));
        parts.add(new PromptPart(PromptPart.ANONYMITY, "Anonymity", ANONYMITY));
        parts.add(new PromptPart(PromptPart.OBJECTIVE, "Objective", objective(codebook)));
        for (var group : codebook.groups()) {
            if (!group.isEmpty()) {
                parts.add(new PromptPart(PromptPart.group(group), "Group " + group, "### " + literal(group)));
            }
            codebook.variables().stream()
                    .filter(variable -> variable.group().equals(group))
                    .forEach(variable -> parts.add(section(codebook, variable)));
        }
        parts.add(new PromptPart(PromptPart.UNSURE, "When in doubt", UNSURE));
        parts.add(new PromptPart(PromptPart.ANSWER, "Form of the answer", ANSWER));
        return new PromptParts(parts);
    }

    private static String objective(Codebook codebook) {
        return "Objective: " + (codebook.objective().isEmpty() ? OBJECTIVE : literal(codebook.objective()));
    }

    private static PromptPart section(Codebook codebook, Variable variable) {
        var text = Stream.of(
                        "#### " + literal(variable.label()) + " (`" + variable.key() + "`)",
                        literal(variable.instruction()),
                        variable.showIf().always() ? "" : Placeholders.CONDITION,
                        rule(variable),
                        Placeholders.VALUES)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        var title = codebook.variable(variable.key()).map(Variable::label).orElse(variable.key());
        return new PromptPart(PromptPart.variable(variable.key()), title, text);
    }

    private static String rule(Variable variable) {
        return switch (variable.type()) {
            case SINGLE ->
                "Exactly one of these values"
                        + (variable.level() == Level.ORDINAL ? ", which stand in their order:" : ":");
            case MULTI -> "A list of these values, all that apply; an empty list where none does:";
            case BOOLEAN, NUMBER, TEXT -> "One of:";
        };
    }

    /** Text of a codebook is never taken for a placeholder. */
    static String literal(String text) {
        return text.replace("{{", "{ {");
    }
}
