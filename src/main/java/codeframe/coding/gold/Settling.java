package codeframe.coding.gold;

import codeframe.codebook.Variable;
import codeframe.image.RemovedImages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Makes gold of codes: by the rule of the sample, or by what an adjudicator says. */
public final class Settling {
    private final Jdbi jdbi;

    public Settling(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** At the end of the coding, in the transaction that ends it. */
    public static void settle(Handle handle, long project, long sample) {
        handle.attach(Rounds.class).round(project, sample).ifPresent(round -> settle(handle, round));
    }

    /** What the rule of a closed sample settles; done again it finds nothing left to do. */
    public void settle(Round round) {
        if (round.closed()) {
            jdbi.useTransaction(handle -> settle(handle, round));
        }
    }

    private static void settle(Handle handle, Round round) {
        var golds = handle.attach(Golds.class);
        golds.lock(round.sample());
        var settled = new GoldUnits(handle.attach(Rounds.class))
                .of(round).stream()
                        .filter(GoldUnit::open)
                        .flatMap(unit -> byRule(round, unit).stream())
                        .toList();
        if (!settled.isEmpty()) {
            golds.write(round, null, settled);
        }
    }

    private static Optional<Golds.Settlement> byRule(Round round, GoldUnit unit) {
        return unit.unanimous()
                .map(answer -> settlement(unit, answer, "unanimous", Ruling.NONE))
                .or(() -> unit.majority()
                        .filter(answer -> round.majority())
                        .map(answer -> settlement(unit, answer, "majority", Ruling.NONE)));
    }

    /** Why an adjudicator decided as they did; {@code errorType} may be empty. */
    public record Ruling(String reason, String errorType) {
        static final Ruling NONE = new Ruling("", "");
    }

    /** What hangs on this answer and is no longer asked follows from it. */
    public void decide(Round round, GoldUnit unit, CoderAnswer answer, Ruling ruling, long user) {
        jdbi.useTransaction(handle -> {
            var golds = handle.attach(Golds.class);
            golds.lock(round.sample());
            var ofImage = new GoldUnits(handle.attach(Rounds.class))
                    .of(round).stream()
                            .filter(other -> other.image() == unit.image())
                            .toList();
            if (ofImage.isEmpty()) {
                throw handle.attach(RemovedImages.class).absent(round.project(), unit.image(), "image in this sample");
            }
            var settled = new ArrayList<Golds.Settlement>();
            settled.add(settlement(unit, answer, "adjudicated", ruling));
            follow(ofImage, unit.variable(), answer, settled);
            golds.drop(round, reopened(ofImage, unit.variable(), answer));
            golds.write(round, user, settled);
        });
    }

    private static void follow(
            List<GoldUnit> units, Variable parent, CoderAnswer answer, List<Golds.Settlement> settled) {
        Predicate<GoldUnit> hidden =
                other -> other.variable().showIf().variable().equals(parent.key())
                        && other.variable().showIf().values().stream().noneMatch(answer.values()::contains);
        for (var other : units.stream().filter(hidden).toList()) {
            boolean says = other.gold()
                    .map(gold -> gold.answer().equals(CoderAnswer.NOT_APPLICABLE))
                    .orElse(false);
            if (!says && !other.blank()) {
                var ruling = new Ruling("Not asked, as \"" + parent.label() + "\" was settled.", "");
                settled.add(settlement(other, CoderAnswer.NOT_APPLICABLE, "adjudicated", ruling));
            }
            follow(units, other.variable(), CoderAnswer.NOT_APPLICABLE, settled);
        }
    }

    /** Asked after all, where it counted as not asked: a person has to look again. */
    private static List<Golds.Settlement> reopened(List<GoldUnit> units, Variable parent, CoderAnswer answer) {
        return units.stream()
                .filter(other -> other.variable().showIf().variable().equals(parent.key())
                        && other.variable().showIf().values().stream().anyMatch(answer.values()::contains))
                .filter(other -> other.gold()
                        .map(gold -> gold.adjudicated() && gold.answer().equals(CoderAnswer.NOT_APPLICABLE))
                        .orElse(false))
                .map(other -> settlement(other, CoderAnswer.NOT_APPLICABLE, "adjudicated", Ruling.NONE))
                .toList();
    }

    private static Golds.Settlement settlement(GoldUnit unit, CoderAnswer answer, String provenance, Ruling ruling) {
        var codes = answer.codes(unit.variable().key()).stream()
                .map(code -> new Golds.StoredCode(code.value(), code.state().word()))
                .toList();
        return new Golds.Settlement(
                unit.image(),
                unit.variable().key(),
                provenance,
                ruling.reason(),
                ruling.errorType(),
                codes,
                unit.sources());
    }

    /** How many units each way made gold, and how many wait for a person or have one voice only. */
    public static Map<String, Long> counts(List<GoldUnit> units) {
        var counts = new LinkedHashMap<String, Long>();
        List.of("unanimous", "majority", "adjudicated", "open", "alone").forEach(route -> counts.put(route, 0L));
        units.stream().map(Settling::route).forEach(route -> counts.merge(route, 1L, Long::sum));
        counts.remove("blank");
        return counts;
    }

    static String route(GoldUnit unit) {
        if (unit.gold().isPresent()) {
            return unit.gold().get().how().provenance();
        }
        return unit.blank() ? "blank" : unit.alone() ? "alone" : "open";
    }
}
