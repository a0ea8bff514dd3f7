package codeframe.report.methods.section;

import codeframe.report.document.Bilingual;
import codeframe.report.document.Sentence;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What of the posts of images a language model was sent with them. */
final class PostSentence {
    private PostSentence() {}

    /** Nothing where images were sent alone. */
    static Optional<Sentence> of(MethodsRows.RunFacts run, Function<MethodsRows.RunFacts, String> at) {
        var post = run.parameters().tree().path("post");
        int pictures = post.path("pictures").asInt(0);
        var sent = Stream.of(
                        word(post, "caption", new Bilingual("the caption", "die Bildunterschrift")),
                        word(post, "account", new Bilingual("the account", "der Account")),
                        word(post, "date", new Bilingual("the date", "das Datum")),
                        pictures == 0
                                ? Stream.<Bilingual>empty()
                                : Stream.of(new Bilingual(
                                        "at most " + pictures
                                                + " other pictures of it (in their order, with their number)",
                                        "höchstens " + pictures
                                                + " weitere Bilder daraus (in ihrer Folge, mit Nummer)")))
                .flatMap(one -> one)
                .toList();
        return sent.isEmpty()
                ? Optional.empty()
                : Optional.of(Sentence.of(
                                "post",
                                "Of its post each image was sent with {sent}, where known; the answer is about the image"
                                        + " alone.",
                                "Aus seinem Post wurde zu jedem Bild mitgesandt, soweit bekannt: {sent}; die Antwort gilt"
                                        + " dem Bild allein.")
                        .with("sent", Bilingual.list(sent.stream()))
                        .at(at.apply(run) + "/requests"));
    }

    private static Stream<Bilingual> word(JsonNode post, String field, Bilingual word) {
        return post.path(field).asBoolean() ? Stream.of(word) : Stream.empty();
    }
}
