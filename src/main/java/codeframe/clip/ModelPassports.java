package codeframe.clip;

import codeframe.run.Observed;
import codeframe.web.Choice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** What is known of installed models, and of the machines that runs used them on. */
final class ModelPassports {
    private final SelfTests tests;
    private final Fingerprints fingerprints;

    private ModelPassports(SelfTests tests, Fingerprints fingerprints) {
        this.tests = tests;
        this.fingerprints = fingerprints;
    }

    static ModelPassports of(Models models, Jdbi jdbi) {
        var fingerprints = jdbi.onDemand(Fingerprints.class);
        return new ModelPassports(new SelfTests(models, fingerprints), fingerprints);
    }

    SelfTests tests() {
        return tests;
    }

    ModelPassport of(ModelFolder folder) {
        return of(List.of(folder)).get(0);
    }

    /** In the same order. */
    List<ModelPassport> of(List<ModelFolder> folders) {
        var issued = fingerprints.passports().stream()
                .collect(Collectors.toMap(Fingerprints.Passport::name, Function.identity()));
        var kept = fingerprints.besides(issued.values().stream()
                .map(Fingerprints.Passport::fingerprintId)
                .toList());
        return folders.stream()
                .map(folder -> of(folder, Optional.ofNullable(issued.get(folder.name())), kept))
                .toList();
    }

    private ModelPassport of(ModelFolder folder, Optional<Fingerprints.Passport> issued, List<Fingerprints.Kept> kept) {
        var source = ModelSource.in(folder.path());
        var state = FolderState.of(folder.path());
        var valid = issued.filter(passport -> passport.isOf(state));
        var last = valid.flatMap(passport -> kept.stream()
                .filter(one -> one.id() == passport.fingerprintId())
                .findFirst());
        var values = new ArrayList<>(folder.build().values());
        if (folder.demo()) {
            last.flatMap(DemoModel::value).ifPresent(values::add);
        }
        return new ModelPassport(
                folder,
                source,
                files(valid, source),
                values,
                last.map(one -> machines(one, valid.orElseThrow().testedAt(), kept))
                        .orElse(List.of()),
                issued.map(Fingerprints.Passport::testedAt),
                issued.isPresent() && valid.isEmpty(),
                tests.isRunning(folder.name()),
                tests.failure(folder.name()));
    }

    private static List<ModelPassport.File> files(
            Optional<Fingerprints.Passport> issued, Optional<ModelSource> source) {
        return issued.map(Fingerprints.Passport::list).orElse(List.of()).stream()
                .map(file ->
                        new ModelPassport.File(file, source.map(file::against).orElse("")))
                .toList();
    }

    /** Each held to the first of the same model and precision. */
    private static List<ModelPassport.Machine> machines(
            Fingerprints.Kept last, Instant testedAt, List<Fingerprints.Kept> kept) {
        Map<String, Fingerprints.Kept> first = new HashMap<>();
        var machines = new ArrayList<ModelPassport.Machine>();
        for (var one : kept) {
            if (one.model().equals(last.model())) {
                var before = first.getOrDefault(one.precision(), one);
                first.put(one.precision(), before);
                double distance = before.drawn().distance(one.drawn());
                boolean untried = one.id() == before.id()
                        && one.id() == last.id()
                        && one.madeAt().equals(testedAt);
                machines.add(new ModelPassport.Machine(
                        one.precision(),
                        distance,
                        untried,
                        one.madeAt(),
                        one.computer().words(),
                        one.id() == last.id()));
            }
        }
        return machines;
    }

    /** @param origin of vectors that the run used; empty where it is unknown */
    void used(long run, Optional<Long> origin) {
        fingerprints.used(run, origin);
    }

    /** By which machines a run's vectors were made, in this run or before, and whether that makes a difference. */
    Observed observed(long run) {
        var used = fingerprints.of(run);
        var unknown =
                fingerprints.usedUnknown(run) ? Stream.of("a machine that was not written down") : Stream.<String>of();
        var facts = Stream.concat(
                        used.stream().map(one -> one.computer().words()).distinct(), unknown)
                .map(words -> new Choice("Computed on", words))
                .toList();
        var remarks = new ArrayList<String>();
        if (used.stream().map(Fingerprints.Kept::model).distinct().count() > 1) {
            remarks.add(
                    "The model’s files were others when this run was continued: its images were not all coded by the"
                            + " same model. Start a new run to have one model code them all.");
        }
        double largest = used.stream()
                .filter(one -> one.sharesModel(used.get(0)))
                .mapToDouble(one -> used.get(0).drawn().distance(one.drawn()))
                .max()
                .orElse(0);
        if (largest >= DrawnVectors.THIRD_DIGIT) {
            remarks.add("Some of this run’s vectors were made where the model’s vectors " + DrawnVectors.words(largest)
                    + ": images near a border may have got another code there.");
        }
        return new Observed(facts, remarks);
    }
}
