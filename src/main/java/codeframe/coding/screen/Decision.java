package codeframe.coding.screen;

import codeframe.web.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a coder decided about one image, as the browser sends it.
 *
 * @param id made by the browser: the same decision sent twice is stored once
 * @param turn of the item that was decided (see {@link CodingItem}); null where the browser does not say
 * @param version number of the codebook version that the form was made from
 * @param seconds for which the image was in sight
 * @param watched of the video, null where none was coded or the browser does not say
 */
public record Decision(
        UUID id,
        long image,
        UUID turn,
        int version,
        float seconds,
        Watched watched,
        String note,
        boolean flagged,
        Map<String, Given> answers) {
    private static final int LONGEST_NOTE = 5_000;
    private static final int A_DAY = 86_400;

    /** @param state empty, or in a word why there is no value */
    public record Given(List<String> values, String state) {}

    /**
     * @param seconds for which it played
     * @param share of it that was seen at least once, from 0 to 1
     */
    public record Watched(float seconds, float share) {
        static Watched of(JsonNode sent) {
            if (sent.isMissingNode() || sent.isNull()) {
                return null;
            }
            double seconds = sent.path("seconds").asDouble(Double.NaN);
            double share = sent.path("share").asDouble(Double.NaN);
            if (!(seconds >= 0) || seconds == Double.POSITIVE_INFINITY || !(share >= 0 && share <= 1)) {
                throw new Problem.Invalid("What was watched of the video is told in seconds from 0 up"
                        + " and as a share from 0 to 1; nothing of the decision was stored.");
            }
            return new Watched(Decision.seconds(seconds), (float) share);
        }
    }

    public Float watchedSeconds() {
        return watched == null ? null : watched.seconds();
    }

    public Float watchedShare() {
        return watched == null ? null : watched.share();
    }

    static Decision of(JsonNode sent) {
        var note = sent.path("note").asText("").strip();
        if (note.length() > LONGEST_NOTE) {
            throw new Problem.Invalid("The note is longer than " + LONGEST_NOTE + " characters; shorten it.");
        }
        return new Decision(
                id(sent.path("decision").asText("")),
                sent.path("image").asLong(),
                turn(sent.path("turn").asText("")),
                sent.path("version").asInt(),
                seconds(sent.path("seconds").asDouble(0)),
                Watched.of(sent.path("watched")),
                note,
                sent.path("flagged").asBoolean(),
                answers(sent.path("answers")));
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Problem.Invalid("A decision needs a UUID of its own.");
        }
    }

    static UUID turn(String text) {
        return text.isEmpty() ? null : id(text);
    }

    /** A tab left open over night says nothing about coding. */
    private static float seconds(double sent) {
        return (float) Math.max(0, Math.min(sent, A_DAY));
    }

    private static Map<String, Given> answers(JsonNode sent) {
        var answers = new LinkedHashMap<String, Given>();
        sent.properties().forEach(answer -> {
            var values = new ArrayList<String>();
            answer.getValue().path("values").forEach(value -> values.add(value.asText()));
            answers.put(
                    answer.getKey(),
                    new Given(
                            List.copyOf(values), answer.getValue().path("state").asText("")));
        });
        return answers;
    }
}
