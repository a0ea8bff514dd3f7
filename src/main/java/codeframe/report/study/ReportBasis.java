package codeframe.report.study;

import codeframe.codebook.Unit;
import codeframe.db.Json;
import codeframe.project.Events;
import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Finds what the reports of a project rest on, and keeps what an owner chose. */
public final class ReportBasis {
    private static final String RELIABILITY = "reliability";
    private static final String GOLD = "gold";

    /** Which gold is proposed first: an opened test, and the pilot last, for the codebook changed after it. */
    private static final List<String> BEST_GOLD = List.of("test", "dev", "audit", "pilot");

    private final Jdbi jdbi;
    private final BasisRows rows;
    private final StudySamples samples;

    public ReportBasis(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.rows = jdbi.onDemand(BasisRows.class);
        this.samples = jdbi.onDemand(StudySamples.class);
    }

    public StudySamples samples() {
        return samples;
    }

    public Basis of(long project) {
        var drawn = samples.samples(project);
        var chosen = rows.chosen(project);
        var worked =
                rows.worked(project).stream().collect(Collectors.toMap(BasisRows.Worked::sample, Function.identity()));
        var reliability = newest(
                drawn,
                worked,
                BasisRows.Worked::twice,
                Comparator.comparing(sample -> sample.purpose().equals("pilot")));
        var gold = newest(
                drawn,
                worked,
                BasisRows.Worked::settled,
                Comparator.comparingInt(sample -> BEST_GOLD.indexOf(sample.purpose())));
        return new Basis(
                drawn,
                rest(
                        drawn,
                        chosen(chosen, RELIABILITY),
                        reliability,
                        sample -> "the newest closed sample that two people or more coded"),
                rest(drawn, chosen(chosen, GOLD), gold, sample -> best(sample, gold)),
                EnumSet.allOf(Unit.class));
    }

    private static List<BasisRows.Chosen> chosen(List<BasisRows.Chosen> chosen, String rests) {
        return chosen.stream().filter(one -> one.rests().equals(rests)).toList();
    }

    private static String best(StudySamples.Drawn sample, List<StudySamples.Drawn> gold) {
        if (isTest(sample)) {
            return "the newest opened test sample with gold";
        }
        return (gold.stream().anyMatch(ReportBasis::isTest)
                        ? "no test sample of the unit " + quoted(sample.unit()) + " was opened yet"
                        : "no test sample was opened yet")
                + ", and this is the newest closed sample with gold";
    }

    private static boolean isTest(StudySamples.Drawn sample) {
        return sample.purpose().equals("test");
    }

    private static String quoted(Unit unit) {
        return "\"" + unit.one() + "\"";
    }

    /** One of each unit: gold of posts is none of a variable that is asked of images. */
    private static List<StudySamples.Drawn> newest(
            List<StudySamples.Drawn> drawn,
            Map<Long, BasisRows.Worked> worked,
            ToLongFunction<BasisRows.Worked> images,
            Comparator<StudySamples.Drawn> best) {
        var units = EnumSet.noneOf(Unit.class);
        return drawn.stream()
                .filter(StudySamples.Drawn::estimates)
                .filter(sample -> images.applyAsLong(worked.get(sample.id())) > 0)
                .sorted(best)
                .filter(sample -> units.add(sample.unit()))
                .toList();
    }

    /** What was chosen, and of each unit that nothing was chosen of what is proposed: no report rests on nothing. */
    private static Basis.Rest rest(
            List<StudySamples.Drawn> drawn,
            List<BasisRows.Chosen> chosen,
            List<StudySamples.Drawn> proposed,
            Function<StudySamples.Drawn, String> why) {
        var mine = drawn.stream()
                .filter(sample -> chosen.stream().anyMatch(one -> one.sample() == sample.id()))
                .toList();
        var added = proposed.stream()
                .filter(sample -> mine.stream().noneMatch(one -> one.unit() == sample.unit()))
                .toList();
        return new Basis.Rest(
                Stream.concat(mine.stream(), added.stream()).toList(),
                chosen.stream()
                        .findFirst()
                        .map(one -> new Basis.Choice(one.by() == null ? "somebody who has left" : one.by(), one.at())),
                added.stream()
                        .collect(Collectors.toMap(
                                StudySamples.Drawn::id,
                                sample -> (mine.isEmpty()
                                                ? "proposed: "
                                                : "proposed, as no sample of the unit " + quoted(sample.unit())
                                                        + " was chosen: ")
                                        + why.apply(sample))));
    }

    /** Whatever is not chosen is proposed from then on. */
    public void choose(long project, long by, List<Long> reliability, List<Long> gold) {
        var possible = of(project).possible();
        var names = new ArrayList<String>();
        for (long sample : reliability) {
            names.add("reliability: " + named(possible, sample));
        }
        for (long sample : gold) {
            names.add("gold: " + named(possible, sample));
        }
        jdbi.useTransaction(handle -> {
            var written = handle.attach(BasisRows.class);
            written.forget(project);
            reliability.forEach(sample -> written.choose(project, RELIABILITY, sample, by));
            gold.forEach(sample -> written.choose(project, GOLD, sample, by));
            handle.attach(Events.class)
                    .add(project, by, "chose the samples that reports rest on", Json.of(Map.of("samples", names)));
        });
    }

    private static String named(List<StudySamples.Drawn> possible, long sample) {
        return possible.stream()
                .filter(one -> one.id() == sample)
                .map(StudySamples.Drawn::name)
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid("Reports can rest on closed samples only, of a test on an opened"
                        + " one, and never on images that were picked by hand or used for training. Nothing was"
                        + " changed. Choose among those that are offered."));
    }
}
