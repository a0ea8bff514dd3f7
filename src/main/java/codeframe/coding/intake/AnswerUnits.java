package codeframe.coding.intake;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.coding.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Answers brought together by coder, image and variable. A coder who says two different things says nothing. */
final class AnswerUnits {
    private final Map<Key, Unit> units = new LinkedHashMap<>();

    record Key(String coder, long image, String variable) {}

    /** One coder's answer for one variable of one image, from one row or several. */
    private static final class Unit {
        private final Variable variable;
        private final Set<Code> codes = new LinkedHashSet<>();
        private final List<Long> rows = new ArrayList<>();

        Unit(Variable variable) {
            this.variable = variable;
        }

        boolean contradicts() {
            boolean stated = codes.stream().anyMatch(code -> code.value() == null);
            return codes.size() > 1 && (stated || variable.type() != VariableType.MULTI);
        }
    }

    /** What a coder says of an image. */
    static final class Said {
        final Map<String, List<Code>> answers = new TreeMap<>();
        String note = "";
        Instant at;
    }

    private final Map<Key, Said> about = new LinkedHashMap<>();

    void add(FileAnswer answer, long image, Variable variable, List<Code> codes, Instant at) {
        var unit = units.computeIfAbsent(new Key(answer.coder(), image, variable.key()), key -> new Unit(variable));
        unit.codes.addAll(codes);
        unit.rows.add(answer.row());
        var said = about.computeIfAbsent(new Key(answer.coder(), image, ""), key -> new Said());
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
                        "%s gives two answers for %s of image %d: %s. None of them is taken."
                                .formatted(key.coder(), key.variable(), key.image(), String.join(", ", said)))));
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
