package codeframe.codebook;

import codeframe.db.Json;
import java.time.Instant;

/** A published codebook. It never changes; codes refer to it. */
public record Version(long id, int number, Json content, Instant publishedAt, String publishedBy, String note) {

    /** Parsed anew at each call: hold on to the result. */
    public Codebook codebook() {
        return CodebookJson.read(content.text());
    }
}
