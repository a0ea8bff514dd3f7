package codeframe.demo;

import codeframe.codebook.Unit;
import codeframe.coding.gold.GoldUnit;
import codeframe.coding.gold.GoldUnits;
import codeframe.coding.gold.Golds;
import codeframe.coding.gold.Rounds;
import codeframe.coding.gold.Settling;
import codeframe.coding.sample.Design;
import codeframe.coding.sample.GoldRule;
import codeframe.coding.sample.Purpose;
import codeframe.coding.sample.SampleDrawing;
import codeframe.coding.sample.SamplePlan;
import codeframe.coding.sample.Stratifying;
import codeframe.db.Json;
import codeframe.image.ImageFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * A random sample of the drawings, coded by three invented people, with gold: drawn and settled by the product's own rules,
 * so that every report has something to show.
 */
final class DemoSample {
    private static final int SIZE = 90;
    private static final long SEED = 2026;
    /** So many contested images are left to whoever tries the product. */
    private static final int LEFT_OPEN = 3;

    private final Jdbi jdbi;
    private final Map<String, Kind> kinds;

    DemoSample(Jdbi jdbi) {
        this.jdbi = jdbi;
        kinds = DemoPosts.all().stream()
                .flatMap(post -> post.pictures().stream())
                .collect(Collectors.toMap(DemoPosts.Picture::file, DemoPosts.Picture::kind));
    }

    /** All or nothing, together with the note that it is there. */
    void make(long project) {
        jdbi.useTransaction(handle -> {
            var codings = handle.attach(DemoCodings.class);
            long version = codings.version(project);
            long sample = new SampleDrawing(jdbi).draw(plan(project, version), null);
            Map<Long, Kind> drawn = new TreeMap<>();
            codings.drawn(sample).forEach(image -> drawn.put(image.image(), kinds.get(image.path())));
            code(codings, project, sample, version, drawn);
            codings.close(sample);
            settle(handle, project, sample, drawn);
            handle.attach(Demos.class).sampled(sample);
        });
    }

    private static SamplePlan plan(long project, long version) {
        var work = new SamplePlan.Work(
                version,
                List.of(DemoCoder.VARIABLE),
                Unit.IMAGE,
                List.of(),
                DemoCoder.ALL.size(),
                1,
                false,
                GoldRule.UNANIMOUS,
                Optional.empty());
        return new SamplePlan(
                project,
                "Reliability and gold",
                Purpose.DEV,
                Design.SIMPLE,
                ImageFilter.ALL,
                false,
                Stratifying.NONE,
                SIZE,
                SEED,
                work);
    }

    private static void code(DemoCodings codings, long project, long sample, long version, Map<Long, Kind> drawn) {
        var chance = new SceneChance(SEED);
        for (var person : DemoCoder.ALL) {
            long coder = codings.coder(project, sample, person.name());
            var said = drawn.entrySet().stream()
                    .map(image -> person.code(image.getKey(), image.getValue(), chance))
                    .toList();
            codings.code(project, sample, coder, version, DemoCoder.VARIABLE, Json.of(said));
        }
        codings.taken(sample);
    }

    private void settle(Handle handle, long project, long sample, Map<Long, Kind> drawn) {
        var units = new GoldUnits(handle.attach(Rounds.class));
        var round = units.round(project, sample);
        new Settling(jdbi).settle(round);
        var open = units.of(round).stream().filter(GoldUnit::open).toList();
        var settled = open.stream()
                .limit(Math.max(0, open.size() - LEFT_OPEN))
                .map(unit -> adjudicated(unit, drawn.get(unit.image())))
                .toList();
        handle.attach(Golds.class).write(round, null, settled);
    }

    private static Golds.Settlement adjudicated(GoldUnit unit, Kind kind) {
        var truth = DemoCoder.settled(unit.image(), kind);
        return new Golds.Settlement(
                unit.image(),
                DemoCoder.VARIABLE,
                "adjudicated",
                "The drawing was made as this.",
                "slip",
                List.of(new Golds.StoredCode(truth.value(), truth.state())),
                unit.sources());
    }
}
