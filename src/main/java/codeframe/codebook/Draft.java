package codeframe.codebook;

import codeframe.db.Json;
import java.time.Instant;

/** The codebook that the owners are writing. Revision 0 has not been stored yet: it is what an edit would begin with. */
public record Draft(Json content, int revision, Instant changedAt, String changedBy) {

    /** Parsed anew at each call: hold on to the result. */
    public Codebook codebook() {
        return CodebookJson.read(content.text());
    }

    public boolean stored() {
        return revision > 0;
    }
}
