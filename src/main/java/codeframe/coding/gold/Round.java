package codeframe.coding.gold;

import codeframe.codebook.Codebook;
import codeframe.codebook.CodebookJson;
import codeframe.codebook.Unit;
import codeframe.db.Json;
import java.util.List;

/**
 * A sample on its way from codes to gold.
 *
 * @param version the newest version of the codebook that anything in it was coded by
 */
public record Round(
        long project,
        long sample,
        String name,
        boolean closed,
        String goldRule,
        long seed,
        List<String> variables,
        Unit unit,
        long version,
        Json content) {

    boolean majority() {
        return goldRule.equals("majority");
    }

    /** What the sample asks; parsed anew at each call. */
    public Codebook codebook() {
        return CodebookJson.read(content.text()).asking(variables);
    }

    public String path() {
        return "/projects/" + project + "/samples/" + sample;
    }
}
