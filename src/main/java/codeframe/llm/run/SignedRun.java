package codeframe.llm.run;

import codeframe.llm.price.Answered;
import codeframe.run.Observed;
import codeframe.web.Choice;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;

/** Who answered in a run, in words: the dated name that the server gives, and whether it changed midway. */
final class SignedRun {
    private SignedRun() {}

    static Observed observed(List<Answered.Signed> signatures) {
        var facts = new ArrayList<Choice>();
        for (var signed : signatures) {
            facts.add(new Choice(
                    "Answered by",
                    signed.model()
                            + (signed.fingerprint().isEmpty() ? "" : ", fingerprint " + signed.fingerprint())
                            + (signatures.size() == 1 ? "" : ", since " + NumberText.moment(signed.since()))));
        }
        return new Observed(facts, remarks(signatures));
    }

    private static List<String> remarks(List<Answered.Signed> signatures) {
        var models = signatures.stream().map(Answered.Signed::model).distinct().toList();
        if (models.size() > 1) {
            return List.of(
                    "The model changed while the run was done: answers are signed " + String.join(", then ", models)
                            + ". Images coded before and after are not strictly comparable; a run of one model is safer.");
        }
        // Fingerprints alone change all the time, from one of the provider's machines to the next.
        return List.of();
    }
}
