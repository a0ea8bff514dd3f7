package codeframe.llm.speech;

import codeframe.db.Json;
import codeframe.image.Spoken;
import java.util.List;

/**
 * What became of a video.
 *
 * @param outcome a word of {@code feature.outcome}
 * @param segments none where no times are known
 * @param error null unless it failed
 * @param remark what the transcript does not cover, and why; else empty
 */
record SpokenVideo(String outcome, String text, List<Spoken> segments, String error, String remark) {
    static SpokenVideo ended(String outcome, String error) {
        return new SpokenVideo(outcome, "", List.of(), error, "");
    }

    static SpokenVideo failed(SpeechRows.Part part, String remark) {
        return new SpokenVideo(part.outcome(), "", List.of(), part.error(), remark);
    }

    Json times() {
        return segments.isEmpty() ? null : Json.of(segments);
    }
}
