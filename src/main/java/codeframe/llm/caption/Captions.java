package codeframe.llm.caption;

import codeframe.codebook.Codebook;
import codeframe.codebook.Level;
import codeframe.codebook.ShowIf;
import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import java.util.List;
import java.util.Locale;

/** What a model is asked that describes images: one text, in the language of the project's codebook. */
public final class Captions {
    public static final String VARIABLE = "caption";

    private Captions() {}

    public static Codebook asked(Codebook published) {
        var caption = new Variable(
                VARIABLE,
                "Caption",
                "",
                VariableType.TEXT,
                Level.NOMINAL,
                true,
                false,
                "One to three sentences in " + language(published)
                        + ": who and what can be seen, what happens, where, and in which kind of picture.",
                ShowIf.ALWAYS,
                List.of());
        return new Codebook("Captions", "", published.language(), List.of(caption));
    }

    /** In English, as prompts are; English where nobody knows. */
    public static String language(Codebook published) {
        var name = Locale.forLanguageTag(published.language()).getDisplayLanguage(Locale.ENGLISH);
        return name.isEmpty() || name.equals(published.language()) ? "English" : name;
    }
}
