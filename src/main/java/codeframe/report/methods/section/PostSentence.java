package codeframe.report.methods.section;

import codeframe.report.document.Bilingual;
import codeframe.report.document.Sentence;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What of the posts of images a language model was sent with them. */
final class PostSentence {
    private static final Bilingual SAMPLES = new Bilingual(
            " The other pictures may be of sealed or blind samples too; sending them gave them no codes.",
            " Die weiteren Bilder können auch aus versiegelten oder verdeckten Stichproben stammen; einen Code bekamen sie"
                    + " dadurch nicht.");

    private PostSentence() {}

    /** Nothing where images were sent alone. */
    static Optional<Sentence> of(MethodsRows.RunFacts run, Function<MethodsRows.RunFacts, String> at) {
        var post = run.parameters().tree().path("post");
        int pictures = post.path("pictures").asInt(0);
        var sent = Stream.of(
                        word(
                                post,
                                "caption",
                                new Bilingual(
                                        "the caption (at most 4,000 characters of it)",
                                        "die Bildunterschrift (höchstens 4.000 Zeichen davon)")),
                        word(post, "account", new Bilingual("the account", "das Konto")),
                        word(post, "date", new Bilingual("the date", "das Datum")),
                        word(
                                post,
                                "transcript",
                                new Bilingual(
                                        "the transcript of the video (at most 12,000 characters of it)",
                                        "das Transkript des Videos (höchstens 12.000 Zeichen davon)")),
                        pictures == 0 ? Stream.<Bilingual>empty() : Stream.of(others(pictures)))
                .flatMap(one -> one)
                .toList();
        return sent.isEmpty()
                ? Optional.empty()
                : Optional.of(Sentence.of(
                                "post",
                                run.unit().several()
                                        ? "With it was sent, where known: {sent}.{samples}"
                                        : "Of its {whence} each image was sent with {sent}, where known; the answer is about"
                                                + " the image alone.{samples}",
                                run.unit().several()
                                        ? "Mitgesandt wurde, soweit bekannt: {sent}.{samples}"
                                        : "Aus seinem {whence} wurde zu jedem Bild mitgesandt, soweit bekannt: {sent}; die"
                                                + " Antwort gilt dem Bild allein.{samples}")
                        .with(
                                "whence",
                                post.path("transcript").asBoolean()
                                        ? new Bilingual("post or video", "Beitrag oder Video")
                                        : new Bilingual("post", "Beitrag"))
                        .with("sent", Bilingual.list(sent.stream()))
                        .with("samples", pictures == 0 ? Bilingual.EMPTY : SAMPLES)
                        .at(at.apply(run) + "/requests"));
    }

    private static Bilingual others(int most) {
        return most == 1
                ? new Bilingual(
                        "at most 1 other picture of it (with its number)",
                        "höchstens 1 weiteres Bild daraus (mit Nummer)")
                : new Bilingual(
                        "at most " + most + " other pictures of it (in their order, with their number)",
                        "höchstens " + most + " weitere Bilder daraus (in ihrer Folge, mit Nummer)");
    }

    private static Stream<Bilingual> word(JsonNode post, String field, Bilingual word) {
        return post.path(field).asBoolean() ? Stream.of(word) : Stream.empty();
    }
}
