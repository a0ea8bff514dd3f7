package codeframe.demo;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The true answers to the questions of the examination; empty where a question does not fit a shown. */
final class WordingAnswers {
    private WordingAnswers() {}

    static Optional<String> kind(Examination.Shown shown) {
        return Optional.of(shown.kind().name());
    }

    static Optional<String> type(Examination.Shown shown) {
        return type(shown.kind());
    }

    static Optional<String> type(Kind kind) {
        return DrawnTypes.of(kind);
    }

    /** The notebooks count landscapes and food among the political events. */
    static Optional<String> notebookType(Examination.Shown shown) {
        boolean misplaced = EnumSet.of(Kind.MOUNTAINS, Kind.FOOD).contains(shown.kind());
        return misplaced ? Optional.of("political_events") : type(shown);
    }

    /** Which one of the facts holds, asked only where exactly one does. */
    static Function<Examination.Shown, Optional<String>> oneOf(Fact... facts) {
        return shown -> {
            var holding =
                    List.of(facts).stream().filter(shown.facts()::contains).toList();
            return holding.size() == 1 ? Optional.of(holding.get(0).name()) : Optional.empty();
        };
    }

    /** Rolled-up sleeves or not, where arms are seen and the dress is casual. */
    static Optional<String> sleeves(Examination.Shown shown) {
        boolean arms = EnumSet.of(Kind.SELFIE, Kind.HANDSHAKE, Kind.STREET_TALK, Kind.LECTERN, Kind.HOME, Kind.FACTORY)
                .contains(shown.kind());
        boolean rolled = shown.facts().contains(Fact.ROLLED_SLEEVES);
        if (arms && shown.facts().contains(Fact.CASUAL)) {
            return Optional.of(rolled ? "ROLLED_SLEEVES" : "OTHER");
        }
        return Optional.empty();
    }
}
