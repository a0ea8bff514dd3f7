package codeframe.report.export;

import codeframe.db.Json;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** One code as the long table has it. */
public record Exported(
        long image,
        String path,
        String post,
        String variable,
        String value,
        String state,
        String coder,
        String coderKind,
        Float confidence,
        Json detail,
        int codebookVersion,
        String sample,
        Instant createdAt) {

    /** The contract of the API: extended at the end only. */
    static final List<String> COLUMNS = List.of(
            "image",
            "path",
            "post",
            "variable",
            "value",
            "state",
            "coder",
            "coder_kind",
            "confidence",
            "detail",
            "codebook_version",
            "sample",
            "created_at");

    List<Object> cells() {
        return Arrays.asList(
                image,
                path,
                post,
                variable,
                value,
                state,
                coder,
                coderKind,
                confidence,
                detail == null ? null : detail.text(),
                codebookVersion,
                sample,
                createdAt);
    }
}
