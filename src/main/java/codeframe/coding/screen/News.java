package codeframe.coding.screen;

import codeframe.codebook.Change;
import codeframe.codebook.Codebook;
import codeframe.codebook.CodebookDiff;
import codeframe.codebook.Codebooks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A codebook that changes while a sample is coded: what is new to a coder, and which images they should look at again. */
public final class News {
    private final Visits visits;
    private final Codebooks codebooks;

    public News(Visits visits, Codebooks codebooks) {
        this.visits = visits;
        this.codebooks = codebooks;
    }

    /** A version that the coder has not read yet. */
    public record Newer(int now, List<Change> changes, int again) {}

    /** An image of the coder's own whose codes a change touches, with the sentences that say why. */
    public record Again(long image, List<String> reasons) {}

    public Optional<Newer> unread(Desk desk) {
        visits.begin(desk.sample(), desk.coder(), desk.version());
        var visit = visits.visit(desk.sample(), desk.coder()).orElseThrow();
        if (visit.version() == desk.version()) {
            return Optional.empty();
        }
        var changes = CodebookDiff.of(codebook(desk, visit.version()), desk.codebook());
        return Optional.of(new Newer(desk.number(), changes, again(desk).size()));
    }

    public void read(Desk desk) {
        visits.read(desk.sample(), desk.coder(), desk.version());
    }

    /** What changed since the coder's last visit, for the guide. */
    public List<Change> sinceLastVisit(Desk desk) {
        return visits.visit(desk.sample(), desk.coder())
                .map(visit -> visit.version() == desk.version() ? visit.earlier() : Long.valueOf(visit.version()))
                .map(version -> CodebookDiff.of(codebook(desk, version), desk.codebook()))
                .orElse(List.of());
    }

    public List<Visits.Example> examples(Desk desk) {
        return visits.examples(desk.project(), desk.sample());
    }

    /** After a merge, a split or another definition; a new label touches nothing. */
    public List<Again> again(Desk desk) {
        Map<Long, List<Change>> changes = new HashMap<>();
        Map<Long, List<String>> reasons = new LinkedHashMap<>();
        for (var code : visits.older(desk.sample(), desk.coder(), desk.version())) {
            changes
                    .computeIfAbsent(
                            code.version(), version -> CodebookDiff.codeAgain(codebook(desk, version), desk.codebook()))
                    .stream()
                    .filter(change -> touches(change, code))
                    .map(Change::sentence)
                    .forEach(sentence -> add(reasons.computeIfAbsent(code.image(), i -> new ArrayList<>()), sentence));
        }
        return reasons.entrySet().stream()
                .map(image -> new Again(image.getKey(), image.getValue()))
                .toList();
    }

    private static void add(List<String> reasons, String sentence) {
        if (!reasons.contains(sentence)) {
            reasons.add(sentence);
        }
    }

    private static boolean touches(Change change, Visits.Older code) {
        if (!change.variable().equals(code.variable())) {
            return false;
        }
        return change.category().isEmpty()
                ? change.kind() == Change.Kind.ASKED_OTHERWISE || !code.state().equals("not_applicable")
                : change.category().equals(code.value());
    }

    private Codebook codebook(Desk desk, long version) {
        return desk.asked(
                codebooks.versionById(desk.project(), version).orElseThrow().codebook());
    }
}
