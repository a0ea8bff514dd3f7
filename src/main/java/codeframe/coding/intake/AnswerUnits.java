package codeframe.coding.intake;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.coding.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Answers brought together by coder, image and variable, those of posts and videos under their lead. A coder who says two
 * different things says nothing.
 */
final class AnswerUnits {
    private final Map<Key, Unit> units = new LinkedHashMap<>();

    record Key(String coder, long image, String variable) {}

    /** The image of an answer, and the one under which it is kept. */
    record About(long image, long lead) {}

    /** One coder's answer for one variable of one image, post or video, from one row or several. */
    private static final class Unit {
        private final Variable variable;
        private final Set<Code> codes = new LinkedHashSet<>();
        private final Map<Long, Set<Code>> byImage = new HashMap<>();
        private final List<Long> rows = new ArrayList<>();

        Unit(Variable variable) {
            this.variable = variable;
        }

        boolean contradicts() {
            boolean stated = codes.stream().anyMatch(code -> code.value() == null);
            boolean one = stated || variable.type() != VariableType.MULTI;
            return codes.size() > 1 && (one || new HashSet<>(byImage.values()).size() > 1);
        }

        /** "image 4", "the post of image 4" */
        String name(long lead) {
            var unit = variable.unit();
            return (unit.several() ? "the " + unit.one() + " of " : "") + "image " + lead;
        }
    }

    /** What a coder says of an image. */
    static final class Said {
        final Map<String, List<Code>> answers = new TreeMap<>();
        String note = "";
        Instant at;
    }

    private final Map<Key, Said> about = new LinkedHashMap<>();

    void add(FileAnswer answer, About of, Variable variable, List<Code> codes, Instant at) {
        var unit = units.computeIfAbsent(new Key(answer.coder(), of.lead(), variable.key()), key -> new Unit(variable));
        unit.codes.addAll(codes);
        unit.byImage.computeIfAbsent(of.image(), image -> new HashSet<>()).addAll(codes);
        unit.rows.add(answer.row());
        var said = about.computeIfAbsent(new Key(answer.coder(), of.lead(), ""), key -> new Said());
        said.note = answer.note().isBlank() ? said.note : answer.note();
        said.at = said.at == null || (at != null && at.isBefore(said.at)) ? at : said.at;
    }

    /** Every row of an answer that contradicts itself, with the sentence that says so. */
    List<MatchReport.Unmatched> contradictions() {
        var found = new ArrayList<MatchReport.Unmatched>();
        units.forEach((key, unit) -> {
            if (unit.contradicts()) {
                var said = unit.codes.stream().map(AnswerUnits::word).toList();
                unit.rows.forEach(row -> found.add(new MatchReport.Unmatched(
                        row,
                        "%s gives two answers for %s of %s: %s. None of them is taken."
                                .formatted(
                                        key.coder(),
                                        key.variable(),
                                        unit.name(key.image()),
                                        String.join(", ", said)))));
            }
        });
        return found;
    }

    private static String word(Code code) {
        return code.value() == null ? code.state().word() : code.value();
    }

    /** By coder and image, without the contradictions. */
    Map<String, Map<Long, Said>> byCoder() {
        var byCoder = new LinkedHashMap<String, Map<Long, Said>>();
        units.forEach((key, unit) -> {
            if (!unit.contradicts()) {
                var said = about.get(new Key(key.coder(), key.image(), ""));
                said.answers.put(key.variable(), List.copyOf(unit.codes));
                byCoder.computeIfAbsent(key.coder(), coder -> new LinkedHashMap<>())
                        .put(key.image(), said);
            }
        });
        return byCoder;
    }
}
