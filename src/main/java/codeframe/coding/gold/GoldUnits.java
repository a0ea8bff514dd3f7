package codeframe.coding.gold;

import codeframe.codebook.Unit;
import codeframe.codebook.Variable;
import codeframe.coding.CodeState;
import codeframe.db.Json;
import codeframe.image.ShownPicture;
import codeframe.image.UnitPictures;
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
public final class GoldUnits {
    private final Rounds rounds;

    public GoldUnits(Rounds rounds) {
        this.rounds = rounds;
    }

    public Round round(long project, long sample) {
        return rounds.round(project, sample).orElseThrow(() -> new Problem.NotFound("sample"));
    }

    private record Voice(Rounds.Row row, Map<String, CoderAnswer> answers) {}

    private record Stored(String variable, String value, String state) {}

    public List<GoldUnit> of(Round round) {
        var gold = gold(round);
        var variables = round.codebook().variables();
        var units = new ArrayList<GoldUnit>();
        voices(round)
                .forEach((image, voices) -> variables.forEach(variable -> units.add(new GoldUnit(
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
                voice.answers().merge(row.variable(), answer(row.value(), row.state()), CoderAnswer::and);
            }
        }
        return images;
    }

    private static GoldUnit.Said said(Voice voice, Variable variable) {
        var row = voice.row();
        return new GoldUnit.Said(
                row.coder(),
                row.coding(),
                row.name(),
                row.user(),
                row.note(),
                row.flagged(),
                voice.answers().getOrDefault(variable.key(), CoderAnswer.MISSING));
    }

    private Map<String, GoldUnit.Gold> gold(Round round) {
        var gold = new HashMap<String, GoldUnit.Gold>();
        for (var how : rounds.settled(round.project(), round.sample())) {
            gold.put(how.image() + ":" + how.variable(), new GoldUnit.Gold(answer(how.codes()), how));
        }
        return gold;
    }

    private static CoderAnswer answer(Json codes) {
        var stored = codes == null ? List.<Stored>of() : codes.as(new TypeReference<List<Stored>>() {});
        return stored.stream()
                .map(code -> answer(code.value(), code.state()))
                .reduce(CoderAnswer::and)
                .orElse(CoderAnswer.MISSING);
    }

    private static CoderAnswer answer(String value, String state) {
        return value == null ? CoderAnswer.of(CodeState.ofWord(state)) : CoderAnswer.of(List.of(value));
    }

    /** A decision of before, as its history shows it. */
    public record Earlier(Rounds.Earlier row, CoderAnswer answer) {
        public String text(String name) {
            return row.was().tree().path(name).asText("");
        }
    }

    List<Earlier> earlier(Round round, GoldUnit unit) {
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

    /** The image, or all pictures of the post that it leads. */
    List<ShownPicture> pictures(Round round, long image) {
        var lead = rounds.picture(round.project(), round.sample(), image)
                .orElseThrow(() -> new Problem.NotFound("image in this sample"));
        var parts = round.unit() == Unit.POST
                ? rounds.parts(round.project(), List.of(image))
                : List.<UnitPictures.Part>of();
        var shown = parts.isEmpty() ? List.of(new UnitPictures.Part(image, image, lead.width(), lead.height())) : parts;
        var videos = rounds.videos(
                round.project(), shown.stream().map(UnitPictures.Part::image).toList());
        return shown.stream().map(part -> part.shown(round.project(), videos)).toList();
    }
}
