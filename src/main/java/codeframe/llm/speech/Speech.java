package codeframe.llm.speech;

import codeframe.feature.FeatureSources;
import codeframe.feature.work.FeatureRuns;
import codeframe.feature.work.FeatureTasks;
import codeframe.image.Gallery;
import codeframe.image.video.SoundReader;
import codeframe.llm.ask.Backoff;
import codeframe.llm.ask.ConcurrencyLimit;
import codeframe.llm.price.Ledger;
import codeframe.llm.server.LlmClients;
import codeframe.llm.server.LlmServers;
import codeframe.llm.server.RateLimiter;
import codeframe.project.Access;
import codeframe.project.Events;
import codeframe.templates.Templates;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/** What is said in videos, written down by servers that speak OpenAI's interface, put together. */
public final class Speech {
    static final String ORIGIN = "speech";

    private final SpeechStart start;
    private final FeatureTasks tasks;
    private final Gallery gallery;

    /** What it reads and writes. */
    record Rows(SpeechRows speech, SpeechLedger ledger, LlmServers servers, FeatureSources sources) {}

    /** What it works with in the background. */
    public record Background(
            SoundReader sounds, ConcurrencyLimit concurrency, Clock clock, SchedulerClient jobs, Duration firstWait) {}

    public Speech(Jdbi jdbi, LlmClients clients, Background background, Events events) {
        var rows = new Rows(
                jdbi.onDemand(SpeechRows.class),
                new SpeechLedger(jdbi, background.clock()),
                jdbi.onDemand(LlmServers.class),
                jdbi.onDemand(FeatureSources.class));
        var runs = jdbi.onDemand(FeatureRuns.class);
        var client = new SpeechClient(clients);
        var limits = new SpeechAsking.Limits(
                jdbi.onDemand(RateLimiter.class),
                background.concurrency(),
                new Backoff(background.clock(), background.firstWait()),
                new Ledger(jdbi, background.clock()),
                background.clock());
        var asking = new SpeechAsking(runs, rows.speech(), rows.ledger(), client, limits);
        var job = new SpeechJob(runs, rows.speech(), rows.servers(), background.sounds(), asking);
        tasks = new FeatureTasks(ORIGIN, runs, job, background.clock(), background.jobs());
        gallery = new Gallery(jdbi);
        start = new SpeechStart(rows, client, tasks, gallery, events);
    }

    /** By the origin of its sources. */
    public String origin() {
        return ORIGIN;
    }

    public FeatureTasks tasks() {
        return tasks;
    }

    public void mount(Access access, Templates templates, JavalinDefaultRoutingApi routes) {
        new SpeechPages(start, gallery, access, templates).mount(routes);
        new SpeechApi(start, gallery).mount(routes);
    }
}
