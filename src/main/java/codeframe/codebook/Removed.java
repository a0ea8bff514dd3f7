package codeframe.codebook;

import codeframe.db.Json;
import java.time.Instant;

/** A variable, or a category of one, that was taken out of the draft and can be put back. */
public record Removed(long id, String variable, int position, Json content, Instant removedAt, String removedBy) {

    public boolean isCategory() {
        return !variable.isEmpty();
    }

    public String label() {
        return isCategory() ? asCategory().label() : asVariable().label();
    }

    Variable asVariable() {
        return CodebookJson.read(content.text(), Variable.class);
    }

    Category asCategory() {
        return CodebookJson.read(content.text(), Category.class);
    }
}
