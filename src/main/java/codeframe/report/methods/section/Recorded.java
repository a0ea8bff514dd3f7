package codeframe.report.methods.section;

import codeframe.report.document.Bilingual;
import codeframe.report.document.Language;
import codeframe.report.document.Sentence;
import java.util.List;
import java.util.Optional;

/** What an owner has recorded of a study, each in the language it was written in. */
public record Recorded(List<Fact> facts) {
    public record Fact(String topic, String language, String text) {}

    /** As it was typed; empty where nothing was. */
    public String text(Topic topic, Language language) {
        return found(topic, language).orElse("");
    }

    private Optional<String> found(Topic topic, Language language) {
        return facts.stream()
                .filter(fact ->
                        fact.topic().equals(topic.word()) && fact.language().equals(language.word()))
                .map(Fact::text)
                .findFirst();
    }

    boolean has(Topic topic) {
        return facts.stream().anyMatch(fact -> fact.topic().equals(topic.word()));
    }

    /** What was recorded, in the other language where it is there in that one alone; else the sentence to write. */
    Sentence sentence(Topic topic) {
        var english = found(topic, Language.EN);
        var german = found(topic, Language.DE);
        return has(topic)
                ? Sentence.of(topic.word(), "{recorded}", "{recorded}")
                        .with(
                                "recorded",
                                new Bilingual(
                                        ended(english.or(() -> german).orElseThrow()),
                                        ended(german.or(() -> english).orElseThrow())))
                : topic.missing();
    }

    private static String ended(String text) {
        return text.matches("(?s).*[.!?…]") ? text : text + ".";
    }
}
