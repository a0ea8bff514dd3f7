package codeframe.report.export;

import codeframe.db.Json;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * One code as the long table has it. A coding that has none but a flag or a note stands alone, without a variable.
 *
 * @param seconds how long the image was in sight; like {@code flagged} and {@code note} of the coding, so the same on each
 *     of its rows
 * @param provenance how gold was settled; with {@code reason} and {@code errorType} of the ruling
 * @param unit what the code is of; posts and videos stand under their lead image
 * @param rule of a lift, the rule's name and version
 * @param nImages how many images the post or video has, of a lift when it was lifted; null for images
 * @param watchedSeconds for which the coder played the video; {@code watchedShare} of it was seen, from 0 to 1; null
 *     where no video was coded at the screen
 * @param medium of the image: picture, video or frame; of a frame {@code parent} is its video and {@code tMs} when it is
 *     seen, in milliseconds
 * @param occasion 2 for what the same coder said of the image when it came to them again, else 1
 */
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
        Instant createdAt,
        Float seconds,
        Boolean flagged,
        String note,
        String provenance,
        String reason,
        String errorType,
        int occasion,
        String unit,
        String rule,
        Long nImages,
        Float watchedSeconds,
        Float watchedShare,
        String medium,
        Long parent,
        Integer tMs) {

    /** The contract of the API: extended at the end only. */
    public static final List<String> COLUMNS = List.of(
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
            "created_at",
            "seconds",
            "flagged",
            "note",
            "provenance",
            "reason",
            "error_type",
            "occasion",
            "unit",
            "rule",
            "n_images",
            "watched_seconds",
            "watched_share",
            "medium",
            "parent",
            "t_ms");

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
                createdAt,
                seconds,
                flagged,
                note,
                provenance,
                reason,
                errorType,
                occasion,
                unit,
                rule,
                nImages,
                watchedSeconds,
                watchedShare,
                medium,
                parent,
                tMs);
    }
}
