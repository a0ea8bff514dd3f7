package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.decimal;
import static codeframe.report.document.BilingualNumbers.figure;

import codeframe.report.document.Bilingual;
import codeframe.report.validation.ValidatedRun;
import codeframe.statistics.validation.AltTest;
import java.util.function.ToDoubleFunction;

/** What people reach on the same images, and whether a machine may stand in for one (Calderon, Reichart and Dror 2025). */
final class AltTests {
    private AltTests() {}

    static Bilingual people(ValidatedRun held) {
        return held.humans().between().number().isEmpty()
                ? Bilingual.EMPTY
                : new Bilingual("; among people α ", "; unter Menschen α ")
                        .and(figure(held.humans().between()));
    }

    static Bilingual told(ValidatedRun held) {
        return held.humans()
                .altTest()
                .map(test -> new Bilingual("; alternative annotator test (ε = ", "; Alternative-Annotator-Test (ε = ")
                        .and(decimal(test.epsilon(), 2))
                        .and(Bilingual.of("): ω = "))
                        .and(decimal(test.winningRate(), 2))
                        .and(Bilingual.of(", ρ = "))
                        .and(decimal(test.advantage(), 2)))
                .orElse(Bilingual.EMPTY);
    }

    static Bilingual p(ValidatedRun held, String name) {
        return held.humans().altTest().stream()
                .flatMap(test -> test.humans().stream())
                .filter(human -> held.humans().name(human).equals(name))
                .findFirst()
                .map(human -> decimal(human.p(), 4))
                .orElse(Bilingual.of("–"));
    }

    /** Of the whole test, the same for every person. */
    static Bilingual of(ValidatedRun held, ToDoubleFunction<AltTest> figure) {
        return held.humans()
                .altTest()
                .map(test -> decimal(figure.applyAsDouble(test), 2))
                .orElse(Bilingual.of("–"));
    }
}
