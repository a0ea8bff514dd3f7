package codeframe.llm.run;

import codeframe.codebook.Codebook;
import codeframe.image.decode.ImageDecoder;
import codeframe.llm.example.Examples;
import codeframe.llm.price.Answered;
import codeframe.llm.price.Batches;
import codeframe.llm.price.Budgets;
import codeframe.llm.price.Ledger;
import codeframe.llm.price.Prices;
import codeframe.llm.prompt.PromptEdits;
import codeframe.llm.server.LlmClients;
import codeframe.llm.server.LlmServers;
import codeframe.llm.server.Pace;
import codeframe.llm.server.Vault;
import codeframe.run.CannotRun;
import codeframe.run.Plan;
import codeframe.run.Run;
import codeframe.run.RunParts;
import codeframe.run.Runs;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Multimodal models put together: their servers, the ledger, the classifier, and what the pages use of them. */
public final class Llm {
    private static final Logger LOG = LoggerFactory.getLogger(Llm.class);

    private final LlmServers servers;
    private final LlmClients clients;
    private final Prices prices;
    private final Vault vault;
    private final Ledger ledger;
    private final Desk desk;
    private final TermsReader reader;
    private final Setup.Source setups;
    private final Gate gate;
    private final Collecting collecting;
    private final Runs runs;
    private final LlmClassifier classifier;

    /** What differs between an installation and a test of faults. */
    public record Tuning(int inFlight, Duration firstWait, Duration patience) {
        public static Tuning usual(int inFlight) {
            return new Tuning(inFlight, Duration.ofSeconds(1), LlmClients.PATIENCE);
        }
    }

    public Llm(Jdbi jdbi, Vault vault, ImageDecoder decoder, Clock clock, Tuning tuning) {
        this.vault = vault;
        servers = jdbi.onDemand(LlmServers.class);
        clients = new LlmClients(servers, vault, tuning.patience());
        prices = jdbi.onDemand(Prices.class);
        ledger = new Ledger(jdbi, clock);
        gate = new Gate(tuning.inFlight());
        var answered = jdbi.onDemand(Answered.class);
        var images = new SentImages(jdbi.onDemand(SentImages.Bytes.class), decoder);
        var caller = new Caller(ledger, jdbi.onDemand(Pace.class), gate, clock);
        desk = new Desk(
                caller,
                ledger,
                jdbi.onDemand(Budgets.class),
                answered,
                jdbi.onDemand(Batches.class),
                images,
                new Backoff(clock, tuning.firstWait()),
                clock);
        var pollEvery = tuning.firstWait().multipliedBy(30);
        collecting = new Collecting(desk, pollEvery);
        setups = new Setup.Source(servers, clients, prices, answered, clock);
        reader = new TermsReader(
                servers, clients, prices, jdbi.onDemand(PromptEdits.class), jdbi.onDemand(Examples.class), clock);
        classifier = new LlmClassifier(reader, setups, servers, desk, new HandingOver(desk, pollEvery), collecting);
        runs = jdbi.onDemand(Runs.class);
    }

    public LlmClassifier classifier() {
        return classifier;
    }

    public LlmServers servers() {
        return servers;
    }

    public LlmClients clients() {
        return clients;
    }

    public Prices prices() {
        return prices;
    }

    public Vault vault() {
        return vault;
    }

    public LlmStart start(RunParts runs) {
        var trials = new LlmTrials(setups, desk, runs.images());
        var parts = new LlmStart.Parts(servers, clients, reader, setups, trials, gate);
        return new LlmStart(runs.offers(), runs.orders(), runs.control(), runs.images(), parts);
    }

    /** Settles what dead workers left open, for runs that nobody goes on with. */
    public Task<?> sweep() {
        return Tasks.recurring("llm-ledger", FixedDelay.of(Duration.ofMinutes(5)))
                .execute((instance, context) -> settleWhatIsLeft());
    }

    void settleWhatIsLeft() {
        ledger.loseOld();
        for (var left : desk.batches().abandoned(desk.clock().instant().minus(Ledger.LOST_AFTER))) {
            runs.run(left.project(), left.run()).ifPresent(run -> abandon(run, left.batch()));
        }
    }

    private void abandon(Run run, long batch) {
        var plan = new Plan(
                run.projectId(), run.kind(), run.model(), Codebook.blank(""), List.of(), run.parameters(), run.seed());
        try {
            collecting.abandon(setups.of(plan, Terms.of(run.parameters())), batch);
        } catch (CannotRun gone) {
            LOG.warn("run {}: batch {} cannot be settled: {}", run.id(), batch, gone.getMessage());
        }
    }
}
