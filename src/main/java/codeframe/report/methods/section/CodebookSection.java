package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.count;
import static codeframe.report.document.BilingualNumbers.day;

import codeframe.codebook.Change;
import codeframe.codebook.Codebook;
import codeframe.codebook.CodebookDiff;
import codeframe.codebook.CodebookJson;
import codeframe.codebook.Variable;
import codeframe.report.document.Bilingual;
import codeframe.report.document.Noun;
import codeframe.report.document.Section;
import codeframe.report.document.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the codebook comes from, what it asks, and what changed from version to version. */
final class CodebookSection {
    private static final int NAMED = 8;

    private final Material material;

    private CodebookSection(Material material) {
        this.material = material;
    }

    static Section of(Material material) {
        return Section.told(
                "codebook", new Bilingual("Codebook", "Codebuch"), new CodebookSection(material).sentences());
    }

    private List<Sentence> sentences() {
        var sentences = new ArrayList<Sentence>();
        sentences.add(material.recorded().sentence(Topic.CODEBOOK));
        var versions = material.versions();
        if (versions.isEmpty()) {
            sentences.add(Sentence.missing(
                    "version",
                    "The codebook is not published: publish a version before it is coded by.",
                    "Das Codebuch ist nicht veröffentlicht: vor dem Codieren ist eine Version zu veröffentlichen."));
            return sentences;
        }
        var latest = read(versions.get(versions.size() - 1));
        sentences.add(version(versions.get(versions.size() - 1), latest));
        sentences.add(answers(latest));
        for (int i = 1; i < versions.size(); i++) {
            sentences.add(changed(versions.get(i - 1), versions.get(i)));
        }
        return sentences;
    }

    static Codebook read(MethodsRows.Published version) {
        return CodebookJson.read(version.content().text());
    }

    private Sentence version(MethodsRows.Published published, Codebook codebook) {
        var named = codebook.variables().stream().limit(NAMED).map(CodebookSection::named);
        var rest = codebook.variables().size() - NAMED;
        return Sentence.of(
                        "version",
                        "Version {number} of the codebook \"{name}\", published on {day} (SHA-256 {hash}…), has {variables}:"
                                + " {list}{rest}; definitions of all categories: appendix.",
                        "Version {number} des Codebuchs „{name}“, veröffentlicht am {day} (SHA-256 {hash}…), hat"
                                + " {variables}: {list}{rest}; Definitionen aller Kategorien: Anhang.")
                .with("number", Integer.toString(published.number()))
                .with("name", codebook.name())
                .with("day", day(published.publishedAt()))
                .with("hash", published.hash().substring(0, 12))
                .with("variables", count(codebook.variables().size(), Noun.VARIABLE))
                .with("list", Bilingual.list(named))
                .with(
                        "rest",
                        rest > 0
                                ? new Bilingual(" and " + rest + " more", " und " + rest + " weitere")
                                : Bilingual.EMPTY)
                .at(material.at("/codebook/versions/" + published.number()));
    }

    private static Bilingual named(Variable variable) {
        return Bilingual.of(variable.label() + " (")
                .and(StudyWords.measured(variable))
                .and(Bilingual.of(")"));
    }

    private Sentence answers(Codebook codebook) {
        long unsure = codebook.variables().stream().filter(Variable::unsure).count();
        return Sentence.of(
                        "answers",
                        "\"Unsure\" could be chosen for {unsure} and counts as missing in all figures, as does a question that"
                                + " does not apply because of an earlier answer.",
                        "„Unsicher“ war wählbar bei {unsure} und zählt in allen Kennwerten als fehlend, ebenso eine Frage,"
                                + " die nach einer früheren Antwort nicht zutrifft.")
                .with("unsure", count(unsure, Noun.VARIABLE))
                .at(material.at("/codebook"));
    }

    private Sentence changed(MethodsRows.Published before, MethodsRows.Published after) {
        Map<Change.Kind, Long> kinds = new LinkedHashMap<>();
        CodebookDiff.of(read(before), read(after)).forEach(change -> kinds.merge(change.kind(), 1L, Long::sum));
        var told = kinds.entrySet().stream().map(entry -> StudyWords.change(entry.getKey(), entry.getValue()));
        return Sentence.of(
                        "change",
                        "From version {from} to {to} ({day}) {changes}.",
                        "Von Version {from} zu {to} ({day}): {changes}.")
                .with("from", Integer.toString(before.number()))
                .with("to", Integer.toString(after.number()))
                .with("day", day(after.publishedAt()))
                .with(
                        "changes",
                        kinds.isEmpty()
                                ? new Bilingual("nothing that is coded changed", "nichts, was codiert wird")
                                : Bilingual.list(told))
                .at(material.at("/codebook/changes?from=" + before.number() + "&to=" + after.number()));
    }
}
