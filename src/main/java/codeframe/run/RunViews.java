package codeframe.run;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import codeframe.codebook.Codebook;
import codeframe.codebook.Codebooks;
import codeframe.codebook.Variable;
import codeframe.codebook.Version;
import codeframe.coding.sample.Unseen;
import codeframe.coding.sample.Withheld;
import codeframe.web.Choice;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Puts together what a run's page shows. */
public final class RunViews {
    private static final int FAILURES = 20;

    private final Runs runs;
    private final Codebooks codebooks;
    private final RunCodes codes;
    private final Classifiers classifiers;
    private final Unseen unseen;
    private final Clock clock;

    public RunViews(
            Runs runs, Codebooks codebooks, RunCodes codes, Classifiers classifiers, Unseen unseen, Clock clock) {
        this.runs = runs;
        this.codebooks = codebooks;
        this.codes = codes;
        this.classifiers = classifiers;
        this.unseen = unseen;
        this.clock = clock;
    }

    public RunProgress progress(Run run) {
        return new RunProgress(run, runs.counts(run.id(), lately()));
    }

    private Instant lately() {
        return clock.instant().minusSeconds(RunProgress.LATELY);
    }

    /** @param viewer who looks: what they must not see is left out */
    public RunView view(Run run, long viewer) {
        var progress = progress(run);
        return new RunView(
                progress,
                classifiers.model(run.projectId(), run.kind(), run.model()),
                variables(run),
                described(run),
                classifiers
                        .ofKind(run.kind())
                        .map(classifier -> classifier.observed(run))
                        .orElse(Observed.NONE),
                classifiers.ofKind(run.kind()).flatMap(classifier -> classifier.account(run)),
                progress.speed(clock.instant()),
                waiting(run),
                again(run),
                runs.failures(run.projectId(), run.id(), viewer, FAILURES));
    }

    private String waiting(Run run) {
        return run.state() != RunState.RUNNING
                ? ""
                : classifiers
                        .ofKind(run.kind())
                        .map(classifier -> classifier.waiting(run))
                        .orElse("");
    }

    /** Empty for a lift, which is done again by its rule and its source. */
    private String again(Run run) {
        var images = run.filter().isAll() ? "" : "&" + run.filter().toQuery();
        return classifiers
                .ofKind(run.kind())
                .filter(classifier -> !run.kind().equals("lift"))
                .map(classifier ->
                        "/projects/" + run.projectId() + classifier.newRunPath() + "?like=" + run.id() + images)
                .orElse("");
    }

    private List<Choice> described(Run run) {
        return classifiers
                .ofKind(run.kind())
                .map(classifier -> classifier.described(run.parameters()))
                .orElse(List.of());
    }

    /** What the run said so far, variable by variable. */
    public List<ValueCounts> said(Run run, long viewer) {
        return variables(run).stream()
                .map(variable -> ValueCounts.of(run, variable, codes.counts(run, variable.key(), viewer)))
                .toList();
    }

    public Withheld withheld(Run run, long viewer) {
        return unseen.of(run.projectId(), List.of(run.coderId()), viewer);
    }

    /** The variables of the run as its own codebook version words them. */
    public List<Variable> variables(Run run) {
        return asked(run, codebooks.versionById(run.projectId(), run.codebookVersionId()));
    }

    /** A line of the list. */
    public record Line(RunProgress progress, List<Variable> variables) {}

    List<Line> list(long project) {
        var versions = new HashMap<Long, Optional<Version>>();
        var counts = runs.countsOfAll(project, lately()).stream()
                .collect(groupingBy(Runs.CountOfRun::run, mapping(Runs.CountOfRun::count, toList())));
        return runs.runs(project).stream()
                .map(run -> new Line(
                        new RunProgress(run, counts.getOrDefault(run.id(), List.of())),
                        asked(
                                run,
                                versions.computeIfAbsent(
                                        run.codebookVersionId(), version -> codebooks.versionById(project, version)))))
                .toList();
    }

    private List<Variable> asked(Run run, Optional<Version> version) {
        var classifier = classifiers.ofKind(run.kind());
        return version
                .map(Version::codebook)
                .map(codebook -> classifier.map(one -> one.asked(codebook)).orElse(codebook))
                .map(Codebook::variables)
                .orElse(List.of())
                .stream()
                .filter(variable -> run.variables().contains(variable.key()))
                .toList();
    }
}
