package codeframe.report.methods.section;

import codeframe.report.document.Sentence;
import java.util.Optional;
import java.util.function.Function;

/** What the confidence of a language model's codes is, where the probabilities of its answers were asked for. */
final class ConfidenceSentence {
    private ConfidenceSentence() {}

    static Optional<Sentence> of(MethodsRows.RunFacts run, Function<MethodsRows.RunFacts, String> at) {
        var terms = run.parameters().tree();
        if (!terms.path("fields").path("logprobs").asBoolean(false)) {
            return Optional.empty();
        }
        return sentence(run, DepartureSentence.has(terms, "no_logprobs")).map(one -> one.at(at.apply(run)));
    }

    /** None of a run over free texts alone, which have no confidence whatever a server gives. */
    private static Optional<Sentence> sentence(MethodsRows.RunFacts run, boolean refused) {
        if (run.textsAlone()) {
            return Optional.empty();
        } else if (refused) {
            return Optional.of(Sentence.of(
                    "confidence",
                    "The probabilities of its answers were not asked for, because the server refuses them; its codes have no"
                            + " confidence.",
                    "Die Wahrscheinlichkeiten seiner Antworten wurden nicht erfragt, weil der Server sie verweigert; seine"
                            + " Codes haben keine Konfidenz."));
        }
        return Optional.of(
                run.sureCodes() > 0
                        ? Sentence.of(
                                "confidence",
                                "The confidence of a code is the probability with which the model wrote its value: the product of the"
                                        + " probabilities, as the server gave them, of those tokens that tell it from the other"
                                        + " possible values.",
                                "Die Konfidenz eines Codes ist die Wahrscheinlichkeit, mit der das Modell seinen Wert schrieb: das"
                                        + " Produkt der vom Server genannten Wahrscheinlichkeiten jener Tokens, die ihn von den"
                                        + " übrigen möglichen Werten unterscheiden.")
                        : Sentence.of(
                                "confidence",
                                "The probabilities of its answers were asked for, but not given; its codes have no confidence.",
                                "Die Wahrscheinlichkeiten seiner Antworten wurden erfragt, aber nicht genannt; seine Codes haben"
                                        + " keine Konfidenz."));
    }
}
