package codeframe.llm.example;

import codeframe.codebook.Codebook;
import codeframe.codebook.Variable;
import codeframe.coding.Code;
import codeframe.coding.CodeState;
import codeframe.llm.prompt.AnswerForm;
import java.util.List;

/** The examples as they are shown, by the codebook that examples are to teach. */
public record ExamplePool(Codebook codebook, List<PromptExamples.ProjectExample> examples) {

    /** A variable with its code in words. */
    public record Said(String variable, String code) {}

    public List<Said> codes(PromptExamples.ProjectExample example) {
        var codes = example.example().codes();
        return codebook.variables().stream()
                .filter(variable -> usable(variable, codes))
                .map(variable -> new Said(variable.label(), words(variable, codes)))
                .toList();
    }

    /** Labels of variables that the example has no valid code for: it is not shown where they are asked. */
    public List<String> lacking(PromptExamples.ProjectExample example) {
        var codes = example.example().codes();
        return codebook.variables().stream()
                .filter(variable -> !usable(variable, codes))
                .map(Variable::label)
                .toList();
    }

    private static boolean usable(Variable variable, List<Code> codes) {
        return AnswerForm.of(List.of(variable), codes).isPresent();
    }

    private static String words(Variable variable, List<Code> codes) {
        return String.join(
                ", ",
                codes.stream()
                        .filter(code -> code.variable().equals(variable.key()))
                        .map(code -> code.state() == CodeState.CODED
                                ? variable.labelOf(code.value())
                                : code.state().word().replace('_', ' '))
                        .toList());
    }
}
