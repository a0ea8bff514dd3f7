package codeframe.coding.sample;

import java.util.List;

/** How the frame was divided, and what was drawn of each part; a simple sample is one stratum without a name. */
public record Strata(Stratifying by, List<Stratum> rows) {
    public Strata {
        by = by == null ? Stratifying.NONE : by;
        rows = rows == null ? List.of() : List.copyOf(rows);
    }
}
