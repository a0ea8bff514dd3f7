package codeframe.llm.prompt;

import codeframe.codebook.Variable;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The content of one request about one image, apart from the image.
 *
 * @param step its place among the requests for an image, from 0
 * @param evidence what is to be done with the image
 * @param prompt as it is sent
 * @param schema the answer's JSON schema by the rules of strict structured output; sent in {@link SchemaMode#STRICT}
 * @param variables those asked for
 * @param conditional keys of those variables that may be answered "not applicable"
 */
public record Asking(
        int step,
        Evidence evidence,
        String prompt,
        ObjectNode schema,
        SchemaMode mode,
        List<Variable> variables,
        List<String> conditional,
        List<FewShotExample> shots) {

    public boolean mayNotApply(Variable variable) {
        return conditional.contains(variable.key());
    }
}
