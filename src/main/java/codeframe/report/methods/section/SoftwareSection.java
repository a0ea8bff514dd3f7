package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.count;
import static codeframe.report.document.BilingualNumbers.day;

import codeframe.report.document.Bilingual;
import codeframe.report.document.Section;
import codeframe.report.document.Sentence;
import codeframe.report.published.PublishedCases;
import java.util.List;

/** Which program computed all of this, by which formulas, how it was checked, and how to cite it. */
final class SoftwareSection {
    private SoftwareSection() {}

    static Section of(Material material) {
        return Section.told(
                "software",
                new Bilingual("Software", "Software"),
                List.of(program(material), formulas(), data(material)));
    }

    private static Sentence program(Material material) {
        return Sentence.of(
                        "program",
                        "Coding, sampling and all figures: Codeframe (Version {version}) [Computer software], {year}; cite it so.",
                        "Codierung, Stichproben und alle Kennwerte: Codeframe (Version {version}) [Computersoftware], {year};"
                                + " so zu zitieren.")
                .with("version", material.origin().version())
                .with("year", material.origin().madeAt().toString().substring(0, 4))
                .at("/about-the-numbers");
    }

    private static Sentence formulas() {
        var cases = PublishedCases.computed();
        return Sentence.of(
                        "formulas",
                        "α follows Krippendorff (2018), AC1 Gwet (2014), the bootstrap resamples units (BCa; Efron 1987),"
                                + " PPI++ is that of Angelopoulos, Duchi and Zrnic (2023); the program recomputed {holding} of"
                                + " {cases} published values as printed.",
                        "α folgt Krippendorff (2018), AC1 Gwet (2014), der Bootstrap zieht Einheiten (BCa; Efron 1987), PPI++"
                                + " stammt von Angelopoulos, Duchi und Zrnic (2023); das Programm hat {holding} von {cases}"
                                + " veröffentlichten Werten wie gedruckt nachgerechnet.")
                .with("holding", count(cases.holding()))
                .with("cases", count(cases.count()))
                .at("/about-the-numbers");
    }

    private static Sentence data(Material material) {
        return Sentence.of(
                        "data",
                        "The closed codes have the SHA-256 {hash} as of {day}.",
                        "Die abgeschlossenen Codes haben am {day} den SHA-256-Wert {hash}.")
                .with("hash", material.origin().hash())
                .with("day", day(material.origin().madeAt()))
                .at(material.at("/exports"));
    }
}
