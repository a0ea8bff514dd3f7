package codeframe.llm.answer;

import codeframe.codebook.Category;
import codeframe.codebook.Codebook;
import codeframe.codebook.CodebookTemplate;
import codeframe.codebook.ShowIf;
import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.llm.prompt.Asking;
import codeframe.llm.prompt.Askings;
import codeframe.llm.prompt.PromptOptions;
import codeframe.llm.prompt.PromptParts;
import codeframe.llm.prompt.RunPrompt;
import java.util.List;

/** Requests to answer: the visual frames, and a codebook with a variable of every type. */
public final class AskedCodebooks {
    public static final Codebook EVERY_TYPE = new Codebook(
            "Every type",
            "",
            "en",
            List.of(
                    variable("setting", "Setting", VariableType.SINGLE, true, "indoors", "outdoors"),
                    variable("symbols", "Symbols", VariableType.MULTI, false, "flag", "lectern", "logo"),
                    variable("crowd", "Crowd", VariableType.BOOLEAN, true),
                    variable("people", "Number of people", VariableType.NUMBER, true),
                    variable("slogan", "Slogan", VariableType.TEXT, false),
                    variable("room", "Room", VariableType.SINGLE, true, "hall", "studio")
                            .withShowIf(new ShowIf("setting", List.of("indoors")))));

    private AskedCodebooks() {}

    private static Variable variable(String key, String label, VariableType type, boolean required, String... values) {
        var categories =
                List.of(values).stream().map(value -> Category.of(value, value)).toList();
        return new Variable(key, label, "", type, type.usualLevel(), required, true, "", ShowIf.ALWAYS, categories);
    }

    public static Asking visualFrames() {
        return first(CodebookTemplate.VISUAL_FRAMES.codebook());
    }

    public static Asking everyType() {
        return first(EVERY_TYPE);
    }

    public static Asking first(Codebook codebook) {
        return askings(codebook, PromptOptions.USUAL).preview().get(0);
    }

    public static Askings askings(Codebook codebook, PromptOptions options) {
        return new Askings(RunPrompt.of(PromptParts.of(codebook), options, 1, List.of()), codebook.variables(), 1);
    }
}
