package codeframe.coding.gold;

import codeframe.web.Problem;
import java.util.List;
import java.util.Optional;

/** The queue of what coders did not agree on. */
public final class Adjudication {
    private final GoldUnits units;
    private final Settling settling;
    private final CodebookNotes notebook;
    private final GuideExamples examples;

    public Adjudication(GoldUnits units, Settling settling, CodebookNotes notebook, GuideExamples examples) {
        this.units = units;
        this.settling = settling;
        this.notebook = notebook;
        this.examples = examples;
    }

    public Round round(long project, long sample) {
        return units.round(project, sample);
    }

    /** The units that somebody may see, after the rule of the sample has settled what it can. */
    public List<GoldUnit> settled(Round round, long viewer) {
        settling.settle(round);
        var blind = units.blind(round, viewer);
        return units.of(round).stream()
                .filter(unit -> !blind.contains(unit.image()))
                .toList();
    }

    /** The first open unit after the named one, from the beginning again after the last. */
    static Optional<GoldUnit> next(List<GoldUnit> contested, UnitFilter filter, String after) {
        var open = contested.stream()
                .filter(unit -> unit.open() && filter.keeps(unit))
                .toList();
        var names = contested.stream().map(GoldUnit::name).toList();
        int place = names.indexOf(after);
        return open.stream()
                .filter(unit -> names.indexOf(unit.name()) > place)
                .findFirst()
                .or(() -> open.stream().findFirst());
    }

    static GoldUnit unit(List<GoldUnit> all, long image, String variable) {
        return all.stream()
                .filter(unit -> unit.image() == image
                        && unit.variable().key().equals(variable)
                        && !unit.alone()
                        && !unit.blank())
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("code to settle"));
    }

    Case open(Round round, List<GoldUnit> all, GoldUnit unit, UnitFilter filter, long user) {
        return new Case(
                round,
                unit,
                unit.shuffled(round.seed()),
                units.pictures(round, unit.image()),
                units.earlier(round, unit),
                unit.said().stream().anyMatch(said -> Long.valueOf(user).equals(said.user())),
                queue(all, unit, filter),
                RulingForm.BLANK,
                "");
    }

    private static Case.Queue queue(List<GoldUnit> all, GoldUnit unit, UnitFilter filter) {
        var contested = all.stream().filter(GoldUnit::contested).toList();
        var kept = contested.stream().filter(filter::keeps).toList();
        int place = kept.indexOf(unit);
        return new Case.Queue(
                filter,
                (int) kept.stream().filter(GoldUnit::open).count(),
                (int) kept.stream().filter(one -> !one.open()).count(),
                UnitFilter.variables(contested),
                UnitFilter.pairs(contested),
                UnitFilter.coders(contested),
                place > 0 ? Optional.of(kept.get(place - 1)) : Optional.empty(),
                next(contested, filter, unit.name()).map(GoldUnit::image));
    }

    /** Empty, or what keeps the ruling from being taken. */
    String decide(Round round, GoldUnit unit, RulingForm form, long user) {
        var voices = unit.shuffled(round.seed());
        var mistake = form.mistake(unit, voices.size());
        if (!mistake.isEmpty()) {
            return mistake;
        }
        var answer = form.answer(unit.variable(), voices);
        if (!answer.decides()) {
            return "\"" + answer.text(unit.variable()) + "\" is no code that can become gold; give another one.";
        }
        if (form.toCodebook()) {
            notebook.write(round.project(), user, unit, answer, form.reason());
        }
        settling.decide(round, unit, answer, new Settling.Ruling(form.reason(), form.errorType()), user);
        if (form.example()) {
            answer.values().stream()
                    .filter(value -> unit.variable().category(value).isPresent())
                    .forEach(value ->
                            examples.add(round.project(), unit.variable().key(), value, unit.image(), user));
        }
        return "";
    }
}
