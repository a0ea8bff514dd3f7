package codeframe.coding.screen;

import codeframe.codebook.Codebook;
import codeframe.codebook.CodebookJson;
import codeframe.codebook.Unit;
import codeframe.db.Json;
import java.util.List;

/**
 * A coder's place at a sample: what is asked there, and by which version of the codebook.
 *
 * @param variables keys of the variables that the sample asks; all of the codebook where there are none
 * @param unit what is coded
 * @param number of the codebook version that is in force now
 */
public record CoderAssignment(
        long project,
        long sample,
        String name,
        String purpose,
        long coder,
        boolean hidePost,
        boolean closed,
        List<String> variables,
        Unit unit,
        long version,
        int number,
        Json content) {

    /** Parsed anew at each call: hold on to the result. */
    public Codebook codebook() {
        return asked(CodebookJson.read(content.text()));
    }

    /** Of a codebook what this sample asks. */
    Codebook asked(Codebook codebook) {
        return codebook.asking(variables);
    }

    public String path() {
        return "/projects/" + project + "/samples/" + sample;
    }
}
