package codeframe.llm.prompt;

import codeframe.db.Json;
import codeframe.web.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * The prompt of a run, as it is kept in the run's parameters under {@code prompt}: whatever is edited afterwards, this
 * is what was sent.
 *
 * @param codebookVersion number of the published version that it was made from
 * @param examples the examples with the codes that they had then
 * @param sha256 of all the rest
 */
public record RunPrompt(
        PromptParts parts, PromptOptions options, int codebookVersion, List<Example> examples, String sha256) {

    public RunPrompt {
        examples = examples == null ? List.of() : List.copyOf(examples);
    }

    public static RunPrompt of(PromptParts parts, PromptOptions options, int codebookVersion, List<Example> examples) {
        var unhashed = new RunPrompt(parts, options, codebookVersion, examples, "");
        return new RunPrompt(
                parts,
                options,
                codebookVersion,
                examples,
                hash(Json.of(unhashed).text()));
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(Secrets.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
