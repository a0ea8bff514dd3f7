package codeframe.coding.sample;

import codeframe.codebook.Codebooks;
import codeframe.codebook.Version;
import codeframe.web.Problem;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes a plan of a request, or says everything that is wrong with it. */
public final class Planning {
    private static final int LARGEST_DRAWN_SEED = 1_000_000;

    private final Codebooks codebooks;
    private final SampleOffers offers;
    private final Frames frames;
    private final SecureRandom random = new SecureRandom();

    public Planning(Codebooks codebooks, SampleOffers offers, Frames frames) {
        this.codebooks = codebooks;
        this.offers = offers;
        this.frames = frames;
    }

    /**
     * What there is to choose from.
     *
     * @param version empty where no codebook is published
     * @param names of the samples that are there
     */
    public record Offer(
            Optional<Version> version,
            List<SampleOffers.Person> people,
            List<SampleOffers.Source> sources,
            List<String> names) {
        public List<SampleProposal> proposals() {
            return Arrays.stream(Purpose.values())
                    .map(purpose -> SampleProposal.of(purpose, names))
                    .toList();
        }
    }

    public Offer offer(long project) {
        return new Offer(
                codebooks.latest(project), offers.people(project), offers.sources(project), offers.names(project));
    }

    /** The number of who may code and has this address; one that nobody has stays as it is, and is refused later. */
    public String person(long project, String email) {
        return offers.people(project).stream()
                .filter(person -> person.email().equalsIgnoreCase(email))
                .findFirst()
                .map(person -> Long.toString(person.id()))
                .orElse(email);
    }

    public int proposedSeed() {
        return random.nextInt(LARGEST_DRAWN_SEED);
    }

    /** {@code plan} is empty exactly when there are mistakes; the frame is known where its parts were right. */
    public record Reading(
            Optional<SamplePlan> plan, Optional<Preview> preview, int frame, List<Problem.Mistake> mistakes) {
        public SamplePlan orThrow() {
            return plan.orElseThrow(() -> new Problem.Invalid(mistakes.get(0).message(), mistakes));
        }
    }

    public Reading read(long project, long user, SampleRequest request) {
        var numbers = new SampleRequestNumbers();
        var reading = new SampleRequestParser(request, offer(project), numbers);
        var purpose = reading.purpose();
        var strata = reading.strata();
        boolean withoutShown = reading.leavesShownOut();
        var frame = frames.of(
                new Frames.Asked(project, reading.unit(), request.images(), strata, purpose, withoutShown, user));
        var plan = new SamplePlan(
                project,
                reading.name(),
                purpose,
                reading.design(),
                request.images(),
                withoutShown,
                strata,
                reading.size(frame),
                reading.seed(this::proposedSeed),
                reading.work());
        var assumed = reading.assumed();
        if (!numbers.mistakes().isEmpty()) {
            return new Reading(Optional.empty(), Optional.empty(), frame.size(), numbers.mistakes());
        }
        var preview = Preview.of(plan, frame, assumed);
        return new Reading(Optional.of(plan), Optional.of(preview), frame.size(), List.of());
    }
}
