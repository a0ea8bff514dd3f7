package codeframe.report.methods.section;

import codeframe.report.document.Bilingual;
import codeframe.report.document.BilingualNumbers;
import codeframe.report.document.Document;
import java.util.List;
import java.util.stream.Stream;

/** The methods section and its appendix, each a document, from the same material. */
public final class MethodsText {
    private MethodsText() {}

    public static Document section(Material material) {
        return new Document(
                "methods",
                new Bilingual("Methods", "Methode")
                        .and(Bilingual.of(": " + material.origin().project())),
                made(material),
                "",
                List.of(
                        CorpusSection.of(material),
                        CodebookSection.of(material),
                        SamplingSection.of(material),
                        CoderSection.of(material),
                        ReliabilitySection.of(material),
                        GoldSection.of(material),
                        MachineSection.of(material),
                        ValidationSection.of(material),
                        CorrectionSection.of(material),
                        SoftwareSection.of(material)));
    }

    public static Document appendix(Material material) {
        return new Document(
                "methods-appendix",
                new Bilingual("Appendix to the methods", "Anhang zur Methode")
                        .and(Bilingual.of(": " + material.origin().project())),
                made(material),
                "A",
                Stream.of(
                                CollectionTables.of(material),
                                CodebookTables.of(material),
                                CodingTables.of(material),
                                AgreementTables.of(material),
                                MachineTables.of(material),
                                EstimateTables.of(material),
                                ResultsTables.of(material))
                        .filter(section -> !section.tables().isEmpty()
                                || !section.verbatims().isEmpty())
                        .toList());
    }

    private static Bilingual made(Material material) {
        var origin = material.origin();
        return new Bilingual("Written by Codeframe ", "Geschrieben von Codeframe ")
                .and(Bilingual.of(origin.version()))
                .and(new Bilingual(" on ", " am "))
                .and(BilingualNumbers.day(origin.madeAt()))
                .and(new Bilingual(" from closed codes alone.", " allein aus abgeschlossenen Codes."));
    }
}
