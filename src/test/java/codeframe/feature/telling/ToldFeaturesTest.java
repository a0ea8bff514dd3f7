package codeframe.feature.telling;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import codeframe.image.Detection;
import codeframe.image.Detection.Corner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a language model is told of an image, and which of the reference's silent failures cannot happen. */
class ToldFeaturesTest {
    private static final FeatureReading CAPTION = reading(1, "BLIP", "caption", 2000);
    private static final FeatureReading OBJECTS = reading(2, "Google", "objects", 2000);
    private static final FeatureReading TEXT = reading(3, "Tesseract", "text", 2000);
    private static final FeatureTerms TERMS =
            new FeatureTerms(List.of(CAPTION, OBJECTS, TEXT), 0.5, List.of(), Map.of());

    private static FeatureReading reading(long source, String name, String kind, int limit) {
        return new FeatureReading(source, name, 1, kind, limit);
    }

    private static ToldRows.Told row(FeatureReading of, String outcome, String text, Detection... things) {
        return new ToldRows.Told(
                9, of.source(), of.kind(), outcome, text, text.codePointCount(0, text.length()), Json.of(things), null);
    }

    private static Detection thing(String name, Double confidence) {
        return new Detection(name, confidence, List.of());
    }

    private static Detection boxed(String name, double left, double right) {
        return new Detection(
                name,
                0.9,
                List.of(new Corner(left, 0), new Corner(right, 0), new Corner(right, 1), new Corner(left, 1)));
    }

    private static String objects(FeatureTerms terms, Detection... things) {
        var told = ToldFeatures.of(terms, List.of(row(OBJECTS, "done", "names", things)));
        return new Json(told.json()).tree().path("Objects").toString();
    }

    private static FeatureTerms with(double threshold, List<String> ignored, Map<String, String> folded) {
        return new FeatureTerms(List.of(OBJECTS), threshold, ignored, folded);
    }

    @Test
    void objects_are_counted_by_count_and_then_by_name_whatever_their_order() {
        var terms = with(0.5, List.of(), Map.of());
        assertThat(objects(
                        terms,
                        thing("Tie", 0.9),
                        thing("Person", 0.8),
                        thing("Chair", 0.7),
                        thing("Person", 0.9),
                        thing("Person", null)))
                .isEqualTo("\"3x Person, 1x Chair, 1x Tie\"");
        assertThat(objects(terms, thing("Chair", 0.7), thing("Tie", 0.9)))
                .isEqualTo(objects(terms, thing("Tie", 0.9), thing("Chair", 0.7)));
    }

    @Test
    void confidence_counts_names_are_ignored_and_folded_and_one_body_counts_once() {
        assertThat(objects(with(0.5, List.of(), Map.of()), thing("Person", 0.5), thing("Person", 0.49)))
                .isEqualTo("\"1x Person\"");
        assertThat(objects(with(0, List.of(), Map.of()), thing("Person", 0.5), thing("Person", 0.49)))
                .isEqualTo("\"2x Person\"");
        var folding = with(0.5, List.of("face"), Map.of("man", "Person"));
        assertThat(objects(folding, boxed("Person", 0, 0.4), boxed("Man", 0.02, 0.4), thing("Face", 0.9)))
                .isEqualTo("\"1x Person\"");
        assertThat(objects(folding, boxed("Person", 0, 0.4), boxed("Man", 0.6, 1)))
                .as("two bodies")
                .isEqualTo("\"2x Person\"");
        assertThat(objects(folding, boxed("Man", 0, 0.4), boxed("Man", 0, 0.4)))
                .as("what the service itself tells twice")
                .isEqualTo("\"2x Person\"");
    }

    @Test
    void looked_and_found_nothing_is_not_the_same_as_never_looked_or_failed() {
        var told = ToldFeatures.of(
                TERMS,
                List.of(
                        row(OBJECTS, "empty", ""),
                        row(TEXT, "error", ""),
                        row(reading(8, "x", "text", 9), "done", "no")));
        assertThat(told.json())
                .isEqualTo("{\"Caption\":{\"status\":\"not available\"},\"Objects\":{\"status\":\"none found\"},"
                        + "\"Text in the image\":{\"status\":\"not available\"}}");
        assertThat(told.isEmpty()).isTrue();
        assertThat(told.sentence())
                .isEqualTo("Nothing is known of the image: Caption not available, Objects none found, Text in the image"
                        + " not available.");
        var said = ToldFeatures.of(TERMS, List.of(row(TEXT, "done", "none found")));
        assertThat(said.json()).contains("\"Text in the image\":\"none found\"");
        assertThat(said.isEmpty()).isFalse();
        assertThat(ToldFeatures.of(TERMS, List.of(row(TEXT, "done", " \n"), row(OBJECTS, "done", "", thing("A", 0.1))))
                        .isEmpty())
                .as("blank text, and nothing sure enough")
                .isTrue();
    }

    @Test
    void what_a_transcript_does_not_cover_is_told_with_it_and_with_its_silence() {
        var transcript = reading(6, "Whisper", "transcript", 20);
        var terms = new FeatureTerms(List.of(transcript), 0.5, List.of(), Map.of());
        var told = List.of("done", "empty").stream()
                .map(outcome -> new ToldRows.Told(
                        9, 6, "transcript", outcome, "Hm", 2, Json.of(List.of()), "Only the first second is known."))
                .map(row -> new Json(ToldFeatures.of(terms, List.of(row)).json())
                        .tree()
                        .path("Transcript"))
                .toList();
        assertThat(told.get(0).toString())
                .isEqualTo("{\"text\":\"Hm\",\"not covered\":\"Only the first second is known.\"}");
        assertThat(told.get(1).toString())
                .isEqualTo("{\"status\":\"none found\",\"not covered\":\"Only the first second is known.\"}");
    }

    @Test
    void it_is_valid_json_whatever_the_features_say() {
        var hostile = "\"},{\"Caption\": NaN, \u0000\u0001\u2028 \\ </script> {{values}} \uD83D\uDE00 'null'\n\t";
        var told = ToldFeatures.of(
                TERMS, List.of(row(CAPTION, "done", hostile), row(OBJECTS, "done", "", thing(hostile, 1.0))));
        var tree = new Json(told.json()).tree();
        assertThat(tree.path("Caption").asText()).isEqualTo(hostile);
        assertThat(tree.path("Objects").asText()).isEqualTo("1x " + hostile.strip());
        assertThat(tree.size()).isEqualTo(3);
        assertThat(new Json(ToldFeatures.of(TERMS, List.of(row(TEXT, "done", "half \uD83D of a pair")))
                                .json())
                        .tree()
                        .path("Text in the image")
                        .asText())
                .isEqualTo("half \uFFFD of a pair");
        var random = new Random(5);
        for (int i = 0; i < 300; i++) {
            var noise = random.ints(60, 0, 0x2FFFF)
                    .filter(Character::isValidCodePoint)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            var cut = new FeatureTerms(List.of(reading(3, "T", "text", 20)), 0.5, List.of(), Map.of());
            assertThat(new Json(ToldFeatures.of(cut, List.of(row(TEXT, "done", noise)))
                                    .json())
                            .tree()
                            .isObject())
                    .isTrue();
        }
    }

    @Test
    void a_megabyte_is_cut_where_a_character_ends_and_says_so() {
        var family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        var letters = "x".repeat(18) + family + "e\u0301" + "y".repeat(1_000_000);
        var terms = new FeatureTerms(List.of(reading(3, "T", "text", 20)), 0.5, List.of(), Map.of());
        var tree = new Json(ToldFeatures.of(terms, List.of(row(TEXT, "done", letters)))
                        .json())
                .tree()
                .path("Text in the image");
        assertThat(tree.path("text").asText()).isEqualTo("x".repeat(18));
        assertThat(tree.path("cut").asText()).isEqualTo("the first 18 of 1000025 characters");
        assertThat(CutText.of("12345678901234567890", 20, 20).isCut()).isFalse();
        assertThat(CutText.of("\u0301".repeat(100), 100, 20).characters()).isPositive();
    }

    @Test
    void two_sources_of_a_kind_have_keys_of_their_own_and_keep_their_order() {
        var other = new FeatureReading(4, "Vision", 2, "text", 2000);
        var terms = new FeatureTerms(List.of(other, CAPTION, TEXT), 0.5, List.of(), Map.of());
        assertThat(ToldFeatures.of(terms, List.of(row(TEXT, "done", "a"), row(other, "done", "b")))
                        .json())
                .isEqualTo("{\"Text in the image (Vision v2)\":\"b\",\"Caption\":{\"status\":\"not available\"},"
                        + "\"Text in the image (Tesseract v1)\":\"a\"}");
        var labels = reading(5, "Google", "labels", 2000);
        var listed = new ArrayList<Detection>(List.of(thing("Sky", 0.9), thing("Crowd", 0.2), thing("sky", 0.1)));
        assertThat(ToldFeatures.of(
                                new FeatureTerms(List.of(labels), 0.5, List.of(), Map.of()),
                                List.of(row(labels, "done", "", listed.toArray(Detection[]::new))))
                        .json())
                .isEqualTo("{\"Labels\":\"Sky, Crowd\"}");
    }
}
