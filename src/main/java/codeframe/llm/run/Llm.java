package codeframe.llm.run;

import codeframe.codebook.Codebook;
import codeframe.feature.telling.FeatureOffers;
import codeframe.feature.telling.FeatureTelling;
import codeframe.feature.telling.ToldRows;
import codeframe.image.decode.ImageDecoder;
import codeframe.llm.ask.Backoff;
import codeframe.llm.ask.Caller;
import codeframe.llm.ask.ConcurrencyLimit;
import codeframe.llm.ask.DrawnImageCheck;
import codeframe.llm.ask.KnownLimits;
import codeframe.llm.ask.PaidRequests;
import codeframe.llm.ask.PostRows;
import codeframe.llm.ask.PostTelling;
import codeframe.llm.ask.RequestSetup;
import codeframe.llm.ask.RunTerms;
import codeframe.llm.ask.SentContents;
import codeframe.llm.ask.SentImages;
import codeframe.llm.ask.UnitRows;
import codeframe.llm.ask.UnitTelling;
import codeframe.llm.batch.BatchResults;
import codeframe.llm.batch.BatchSubmission;
import codeframe.llm.caption.CaptionRows;
import codeframe.llm.example.PromptExamples;
import codeframe.llm.price.Answered;
import codeframe.llm.price.Batches;
import codeframe.llm.price.Budgets;
import codeframe.llm.price.Ledger;
import codeframe.llm.price.Prices;
import codeframe.llm.prompt.Evidence;
import codeframe.llm.prompt.PromptEdits;
import codeframe.llm.server.AllowedPlaces;
import codeframe.llm.server.KeyVault;
import codeframe.llm.server.LearntLimits;
import codeframe.llm.server.LlmClients;
import codeframe.llm.server.LlmServers;
import codeframe.llm.server.ModelCheck;
import codeframe.llm.server.RateLimiter;
import codeframe.llm.server.RequestHabits;
import codeframe.run.CannotRun;
import codeframe.run.Run;
import codeframe.run.RunControl;
import codeframe.run.RunImages;
import codeframe.run.RunOffers;
import codeframe.run.RunOrders;
import codeframe.run.RunPlan;
import codeframe.run.Runs;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Multimodal models put together: their servers, the ledger, the classifier, and what the pages use of them. */
public final class Llm {
    private static final Logger LOG = LoggerFactory.getLogger(Llm.class);

    /** No server keeps a batch, its answers or files for longer. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(14);

    private final LlmServers servers;
    private final RequestHabits habits;
    private final LlmClients clients;
    private final Prices prices;
    private final KeyVault keyVault;
    private final Ledger ledger;
    private final PaidRequests paid;
    private final RunTermsParser reader;
    private final RequestSetup.Source setups;
    private final ConcurrencyLimit concurrency;
    private final BatchResults batchResults;
    private final Runs runs;
    private final List<LlmClassifier> classifiers;
    private final FeatureTelling telling;
    private final UnitTelling units;

    /** What differs between an installation and a test of faults. */
    public record Tuning(int inFlight, Duration firstWait, Duration patience) {
        public static Tuning usual(int inFlight) {
            return new Tuning(inFlight, Duration.ofSeconds(1), LlmClients.PATIENCE);
        }
    }

    public Llm(Jdbi jdbi, KeyVault keyVault, ImageDecoder decoder, Clock clock, Tuning tuning) {
        this.keyVault = keyVault;
        servers = jdbi.onDemand(LlmServers.class);
        clients = new LlmClients(servers, keyVault, jdbi.onDemand(AllowedPlaces.class), tuning.patience());
        prices = jdbi.onDemand(Prices.class);
        ledger = new Ledger(jdbi, clock);
        concurrency = new ConcurrencyLimit(tuning.inFlight());
        habits = jdbi.onDemand(RequestHabits.class);
        var answered = jdbi.onDemand(Answered.class);
        var images = new SentImages(jdbi.onDemand(SentImages.Bytes.class), decoder);
        var posts = new PostTelling(jdbi.onDemand(PostRows.class), images);
        units = new UnitTelling(jdbi.onDemand(UnitRows.class), posts);
        telling = new FeatureTelling(jdbi.onDemand(ToldRows.class));
        var caller = new Caller(ledger, jdbi.onDemand(RateLimiter.class), concurrency, clock);
        paid = new PaidRequests(
                caller,
                ledger,
                jdbi.onDemand(Budgets.class),
                answered,
                jdbi.onDemand(Batches.class),
                new SentContents(images, posts, units, telling),
                new Backoff(clock, tuning.firstWait()),
                clock);
        var pollEvery = tuning.firstWait().multipliedBy(30);
        batchResults = new BatchResults(paid, pollEvery);
        setups = new RequestSetup.Source(servers, habits, clients, prices, answered, clock);
        reader = new RunTermsParser(
                servers,
                habits,
                clients,
                prices,
                jdbi.onDemand(PromptEdits.class),
                jdbi.onDemand(PromptExamples.class),
                new RunTermsParser.Features(jdbi.onDemand(FeatureOffers.class), telling),
                clock);
        var submission = new BatchSubmission(paid, pollEvery);
        var captionRows = jdbi.onDemand(CaptionRows.class);
        classifiers = Arrays.stream(Evidence.values())
                .map(evidence -> new LlmClassifier(
                        evidence, reader, setups, servers, paid, submission, batchResults, captionRows))
                .toList();
        runs = jdbi.onDemand(Runs.class);
    }

    /** One for each {@link Evidence}, in its order. */
    public List<LlmClassifier> classifiers() {
        return classifiers;
    }

    public LlmClassifier classifier() {
        return classifier(Evidence.IMAGE);
    }

    LlmClassifier classifier(Evidence evidence) {
        return classifiers.get(evidence.ordinal());
    }

    public LlmServers servers() {
        return servers;
    }

    public RequestHabits habits() {
        return habits;
    }

    public ModelCheck modelCheck() {
        return new DrawnImageCheck(setups, paid);
    }

    public LearntLimits learntLimits() {
        return KnownLimits.of(paid.caller(), paid.clock());
    }

    public LlmClients clients() {
        return clients;
    }

    /** How many requests may be under way at once, of whatever kind. */
    public ConcurrencyLimit concurrency() {
        return concurrency;
    }

    public Prices prices() {
        return prices;
    }

    public KeyVault keyVault() {
        return keyVault;
    }

    public LlmStart start(Evidence evidence, RunOffers offers, RunOrders orders, RunControl control, RunImages images) {
        var trials = new LlmTrials(setups, paid, images);
        var inputs = new ExpectedInputs(images, telling, units);
        var parts = new LlmStart.Parts(servers, clients, reader, setups, trials, inputs, concurrency);
        return new LlmStart(evidence, offers, orders, control, parts);
    }

    /** Settles what dead workers left open, for runs that nobody goes on with. */
    public Task<?> sweep() {
        return Tasks.recurring("llm-ledger", FixedDelay.of(Duration.ofMinutes(5)))
                .execute((instance, context) -> settleWhatIsLeft());
    }

    void settleWhatIsLeft() {
        ledger.loseOld();
        for (var left : paid.batches().abandoned(paid.clock().instant().minus(Ledger.LOST_AFTER))) {
            runs.run(left.project(), left.run()).ifPresent(run -> abandon(run, left));
        }
        paid.batches().left(paid.clock().instant().minus(FORGOTTEN_AFTER)).forEach(this::deleteFiles);
    }

    private void deleteFiles(Batches.Left left) {
        servers.server(left.project(), left.server())
                .ifPresent(
                        server -> batchResults.deleteFiles(clients.forQuestions(server), left.batch(), left.files()));
    }

    private void abandon(Run run, Batches.Abandoned left) {
        var plan = new RunPlan(
                run.projectId(), run.kind(), run.model(), Codebook.blank(""), List.of(), run.parameters(), run.seed());
        var why = "Its server has not told its end for two weeks.";
        try {
            batchResults.abandon(setups.of(plan, RunTerms.of(run.parameters())), left.batch(), left.cancelled());
        } catch (CannotRun gone) {
            why = gone.getMessage();
            LOG.warn("run {}: batch {} cannot be settled: {}", run.id(), left.batch(), why);
        }
        if (left.createdAt().isBefore(paid.clock().instant().minus(FORGOTTEN_AFTER))) {
            batchResults.giveUp(left.batch(), why); // nothing where it is settled
        }
    }
}
