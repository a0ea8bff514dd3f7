package codeframe.coding.sample;

import codeframe.codebook.Codebooks;
import codeframe.codebook.Variable;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Puts together what the pages of samples show. */
public final class SampleViews {
    private final Jdbi jdbi;
    private final Samples samples;
    private final SampleProgress progress;
    private final SampleOffers offers;
    private final Remarks remarks;
    private final Codebooks codebooks;
    private final RemovedUnits removed;
    private final SecondCodingPlans again;
    private final Clock clock;

    public SampleViews(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
        samples = jdbi.onDemand(Samples.class);
        progress = jdbi.onDemand(SampleProgress.class);
        offers = jdbi.onDemand(SampleOffers.class);
        remarks = jdbi.onDemand(Remarks.class);
        codebooks = jdbi.onDemand(Codebooks.class);
        removed = jdbi.onDemand(RemovedUnits.class);
        again = jdbi.onDemand(SecondCodingPlans.class);
    }

    /** A line of the list. */
    public record Line(Sample sample, SampleProgress.Progress progress) {}

    public List<Line> list(long project, long user) {
        var progresses = progress.ofProject(project, user).stream()
                .collect(Collectors.toMap(SampleProgress.Progress::sampleId, one -> one));
        return samples.samples(project).stream()
                .map(sample -> new Line(sample, progresses.getOrDefault(sample.id(), SampleProgress.Progress.NONE)))
                .toList();
    }

    public SampleView view(long project, long id, long user) {
        var sample = samples.sample(project, id);
        var coders = progress.coders(project, id);
        var users = coders.stream().map(SampleProgress.Coder::userId).toList();
        return new SampleView(
                sample,
                progress.of(project, user, id),
                coders,
                offers.people(project).stream()
                        .filter(person -> !users.contains(person.id()))
                        .toList(),
                remarks.of(project, id, user),
                opening(sample),
                variables(sample),
                removed.of(project, id),
                again.find(project, id),
                again.progress(project, id, clock.instant()));
    }

    private List<Variable> variables(Sample sample) {
        return codebooks
                .versionById(sample.projectId(), sample.codebookVersionId())
                .map(version -> version.codebook().variables())
                .orElse(List.of())
                .stream()
                .filter(variable -> sample.variables().contains(variable.key()))
                .toList();
    }

    private Optional<Opening> opening(Sample sample) {
        if (sample.purpose() != Purpose.TEST) {
            return Optional.empty();
        }
        return sample.sealed()
                ? Optional.of(jdbi.withHandle(handle -> Opening.of(handle, sample)))
                : Opening.stored(sample);
    }
}
