package codeframe.coding.gold;

import codeframe.codebook.Variable;
import codeframe.coding.CodeState;
import codeframe.db.Json;
import codeframe.web.Problem;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All units of a sample, image by image in the order of the codebook, so that a condition comes before what hangs on it. */
public final class Units {
    private final Rounds rounds;

    public Units(Rounds rounds) {
        this.rounds = rounds;
    }

    public Round round(long project, long sample) {
        return rounds.round(project, sample).orElseThrow(() -> new Problem.NotFound("sample"));
    }

    private record Voice(Rounds.Row row, Map<String, Answer> answers) {}

    private record Stored(String variable, String value, String state) {}

    public List<Unit> of(Round round) {
        var gold = gold(round);
        var variables = round.codebook().variables();
        var units = new ArrayList<Unit>();
        voices(round)
                .forEach((image, voices) -> variables.forEach(variable -> units.add(new Unit(
                        image,
                        variable,
                        voices.values().stream()
                                .map(voice -> said(voice, variable))
                                .toList(),
                        Optional.ofNullable(gold.get(image + ":" + variable.key()))))));
        return units;
    }

    Set<Long> blind(Round round, long viewer) {
        return rounds.blind(round.project(), viewer);
    }

    private Map<Long, Map<Long, Voice>> voices(Round round) {
        Map<Long, Map<Long, Voice>> images = new LinkedHashMap<>();
        for (var row : rounds.rows(round.project(), round.sample())) {
            var voice = images.computeIfAbsent(row.image(), image -> new LinkedHashMap<>())
                    .computeIfAbsent(row.coder(), coder -> new Voice(row, new HashMap<>()));
            if (row.variable() != null) {
                voice.answers().merge(row.variable(), answer(row.value(), row.state()), Answer::and);
            }
        }
        return images;
    }

    private static Unit.Said said(Voice voice, Variable variable) {
        var row = voice.row();
        return new Unit.Said(
                row.coder(),
                row.coding(),
                row.name(),
                row.user(),
                row.note(),
                row.flagged(),
                voice.answers().getOrDefault(variable.key(), Answer.MISSING));
    }

    private Map<String, Unit.Gold> gold(Round round) {
        var gold = new HashMap<String, Unit.Gold>();
        for (var how : rounds.settled(round.project(), round.sample())) {
            gold.put(how.image() + ":" + how.variable(), new Unit.Gold(answer(how.codes()), how));
        }
        return gold;
    }

    private static Answer answer(Json codes) {
        var stored = codes == null ? List.<Stored>of() : codes.as(new TypeReference<List<Stored>>() {});
        return stored.stream()
                .map(code -> answer(code.value(), code.state()))
                .reduce(Answer::and)
                .orElse(Answer.MISSING);
    }

    private static Answer answer(String value, String state) {
        return value == null ? Answer.of(CodeState.ofWord(state)) : Answer.of(List.of(value));
    }

    /** A decision of before, as its history shows it. */
    public record Earlier(Rounds.Earlier row, Answer answer) {
        public String text(String name) {
            return row.was().tree().path(name).asText("");
        }
    }

    List<Earlier> earlier(Round round, Unit unit) {
        return rounds
                .earlier(
                        round.project(),
                        round.sample(),
                        unit.image(),
                        unit.variable().key())
                .stream()
                .map(row -> new Earlier(row, answer(Json.of(row.was().tree().path("codes")))))
                .toList();
    }

    Rounds.Picture picture(Round round, long image) {
        return rounds.picture(round.project(), round.sample(), image)
                .orElseThrow(() -> new Problem.NotFound("image in this sample"));
    }
}
