package codeframe.llm.confidence;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.coding.Code;
import codeframe.coding.CodeState;
import codeframe.llm.prompt.AnswerWords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the possible answers to a variable are written, so that a beginning tells which of them are still open. */
final class Forms {
    private static final Map<String, List<String>> YES_NO =
            Map.of("yes", List.of("yes", "true", "1"), "no", List.of("no", "false", "0"));

    /** @param answer what it means, see {@link #answer(Code)} */
    private record Form(boolean quoted, String bytes, String answer) {
        boolean isWritten(Written as) {
            return quoted == as.quoted() && bytes.equals(as.bytes());
        }

        boolean isOpen(Written beginning) {
            return beginning.isNothing()
                    || (quoted == beginning.quoted()
                            && (beginning.closed()
                                    ? bytes.equals(beginning.bytes())
                                    : bytes.startsWith(beginning.bytes())));
        }
    }

    private final List<Form> forms;

    private Forms(List<Form> forms) {
        this.forms = forms;
    }

    /** The value of a code, or its state; no value has brackets. */
    static String answer(Code code) {
        return code.value() == null ? answer(code.state()) : code.value();
    }

    private static String answer(CodeState state) {
        return "(" + state.word() + ")";
    }

    static Forms of(Variable variable, boolean mayNotApply) {
        var forms = new ArrayList<Form>();
        for (var category : variable.categories()) {
            add(forms, category.key(), category.key());
            add(forms, category.label(), category.key());
        }
        if (variable.type() == VariableType.BOOLEAN) {
            YES_NO.forEach((answer, words) -> words.forEach(word -> add(forms, word, answer)));
        } else if (variable.type() == VariableType.MULTI) {
            add(forms, Variable.NONE, Variable.NONE);
        }
        var words = AnswerWords.of(variable);
        if (variable.unsure()) {
            add(forms, words.unsure(), answer(CodeState.UNSURE));
        }
        if (mayNotApply) {
            add(forms, words.notApplicable(), answer(CodeState.NOT_APPLICABLE));
        }
        if (!variable.required()) {
            forms.add(new Form(false, "null", answer(CodeState.NOT_APPLICABLE)));
        }
        return new Forms(forms);
    }

    private static void add(List<Form> forms, String text, String answer) {
        forms.add(new Form(true, AnswerTokens.bytes(text), answer));
        if (text.matches("true|false|-?\\d+")) {
            forms.add(new Form(false, text, answer));
        }
    }

    /** With the form that was chosen, however it is written. */
    Forms with(Written chosen, String answer) {
        var all = new ArrayList<>(
                forms.stream().filter(form -> !form.isWritten(chosen)).toList());
        all.add(new Form(chosen.quoted(), chosen.bytes(), answer));
        return new Forms(all);
    }

    Forms without(Set<String> answers) {
        return new Forms(
                forms.stream().filter(form -> !answers.contains(form.answer())).toList());
    }

    /** Answers that a beginning leaves open. */
    Set<String> open(Written beginning) {
        var open = new LinkedHashSet<String>();
        forms.stream().filter(form -> form.isOpen(beginning)).map(Form::answer).forEach(open::add);
        return open;
    }
}
