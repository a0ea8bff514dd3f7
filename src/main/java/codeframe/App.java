package codeframe;

import codeframe.clip.Clip;
import codeframe.db.Database;
import codeframe.db.JobFailures;
import codeframe.db.Jobs;
import codeframe.db.Json;
import codeframe.db.Nodes;
import codeframe.db.SignOfLife;
import codeframe.demo.DemoProject;
import codeframe.demo.DemoTask;
import codeframe.image.decode.ImageDecoder;
import codeframe.image.decode.ImageLimits;
import codeframe.image.video.Ffmpeg;
import codeframe.image.video.PictureClip;
import codeframe.llm.run.Llm;
import codeframe.project.Access;
import codeframe.project.Events;
import codeframe.project.Projects;
import codeframe.run.Classifier;
import codeframe.run.Classifiers;
import codeframe.templates.StaticTemplates;
import codeframe.templates.Templates;
import codeframe.user.FirstAccount;
import codeframe.web.BasePathTemplates;
import codeframe.web.Calculations;
import codeframe.web.Headers;
import codeframe.web.Problems;
import codeframe.web.Release;
import codeframe.wiring.AdministrationWiring;
import codeframe.wiring.CodebookWiring;
import codeframe.wiring.CodingWiring;
import codeframe.wiring.FeatureContext;
import codeframe.wiring.FeatureWiring;
import codeframe.wiring.ImageWiring;
import codeframe.wiring.LiftWiring;
import codeframe.wiring.LlmWiring;
import codeframe.wiring.NamingWiring;
import codeframe.wiring.PeopleWiring;
import codeframe.wiring.PromptWiring;
import codeframe.wiring.ReportWiring;
import codeframe.wiring.RunWiring;
import codeframe.wiring.SampleWiring;
import codeframe.wiring.StabilityWiring;
import codeframe.wiring.VoteWiring;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.json.JavalinJackson;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** The composition root: with the wiring of each feature beside it, every {@code new} and every mount. */
public final class App implements AutoCloseable {
    private final Config config;
    private final Database database;
    private final Jdbi jdbi;
    private final Clock clock;
    private final Classifiers classifiers;
    private final Templates templates;
    private final PeopleWiring.People people;
    private final Calculations calculations = new Calculations();
    private final FeatureContext context;
    private final ImageDecoder decoder;
    private final Clip clip;
    private final Llm llm;
    private final Optional<String> setUpPath;
    private final List<Task<?>> tasks = new ArrayList<>();
    private final SchedulerClient jobs;
    private final Optional<Scheduler> scheduler;
    private final Javalin server;
    private final String node = Nodes.name();
    private final SignOfLife sign;

    private App(Config config, Database database, Clock clock, List<Classifier> further, Duration look) {
        this.config = config;
        this.database = database;
        this.jdbi = database.jdbi();
        this.clock = clock;
        templates = BasePathTemplates.of(new StaticTemplates(), config.basePath());
        people = PeopleWiring.make(config, jdbi, clock);
        setUpPath = firstAccount();
        decoder = new ImageDecoder(new ImageLimits(config.maxUploadBytes(), config.maxPixels()));
        clip = new Clip(config.data(), config.models(), config.hub(), jdbi, decoder);
        llm = LlmWiring.make(config, jdbi, decoder, clock);
        classifiers = new Classifiers(Stream.concat(
                        Stream.concat(further.stream(), Stream.of(clip.classifier())),
                        Stream.concat(
                                llm.classifiers().stream(),
                                Stream.of(VoteWiring.classifier(jdbi), LiftWiring.classifier(jdbi))))
                .toList());
        jobs = Jobs.client(database.dataSource(), tasks);
        context = context();
        server = Javalin.create(this::configure);
        scheduler = config.workers() == 0 || tasks.isEmpty()
                ? Optional.empty()
                : Optional.of(Jobs.scheduler(
                        database.dataSource(),
                        tasks,
                        new Jobs.Node(node, config.workers(), look),
                        jdbi.onDemand(JobFailures.class).listener(node, clock)));
        sign = new SignOfLife(jdbi.onDemand(Nodes.class), node, Release.version(), config.workers(), clock);
    }

    public static App start(Config config, Database database, Clock clock) {
        return start(config, database, clock, List.of(), Jobs.LOOK);
    }

    /**
     * @param further classifiers that come before those of the program
     * @param look how often it looks for jobs that are due
     */
    public static App start(Config config, Database database, Clock clock, List<Classifier> further, Duration look) {
        var app = new App(config, database, clock, further, look);
        app.server.start(config.host(), config.port());
        app.scheduler.ifPresent(Scheduler::start);
        app.sign.start();
        if (config.demo()) {
            DemoTask.begin(app.jobs, clock);
        }
        return app;
    }

    public int port() {
        return server.port();
    }

    public Javalin server() {
        return server;
    }

    /** For scheduling background work; features get it handed in. */
    public SchedulerClient jobs() {
        return jobs;
    }

    /** Path of the one-time set-up link of this start, when there was no account. */
    public Optional<String> setUpPath() {
        return setUpPath;
    }

    @Override
    public void close() {
        server.stop();
        calculations.close();
        scheduler.ifPresent(Scheduler::stop);
        sign.close();
        clip.close();
    }

    private Optional<String> firstAccount() {
        var first = new FirstAccount(people.users(), people.sessions());
        config.admin().ifPresent(admin -> first.make(admin.email(), admin.password(), admin.token()));
        return first.setUpPath();
    }

    private FeatureContext context() {
        var access = new Access(people.signIn(), jdbi.onDemand(Projects.class), people.visitor());
        return new FeatureContext(
                config, jdbi, clock, access, templates, jdbi.onDemand(Events.class), jobs, tasks, calculations);
    }

    private void configure(JavalinConfig javalin) {
        WebServer.configure(javalin, config);
        javalin.jsonMapper(new JavalinJackson(Json.MAPPER, false));
        var routes = javalin.routes;
        var access = context.access();
        routes.before(new Headers(config.https())::set);
        routes.beforeMatched(access::check);
        new Problems(templates, (ctx, title) -> access.page(ctx, title, "problem")).mount(routes);
        PeopleWiring.mount(context, people, routes);
        var runs = RunWiring.mount(context, classifiers, routes);
        var uploads = ImageWiring.mount(context, decoder, routes);
        var demoRuns = new DemoProject.Runs(runs.orders(), runs.control());
        tasks.add(new DemoTask(
                        new DemoProject(jdbi, uploads, demoRuns, new PictureClip(Ffmpeg.of(config.ffmpeg()))), clock)
                .task());
        FeatureWiring.mount(
                context,
                decoder,
                new FeatureWiring.Makers(LlmWiring.vision(llm, clock), clip.tagger(), LlmWiring.speech(context, llm)),
                routes);
        SampleWiring.mount(context, routes);
        NamingWiring.mount(context, routes);
        CodingWiring.mount(context, routes);
        ReportWiring.mount(context, routes);
        LlmWiring.mount(context, llm, runs, routes);
        VoteWiring.mount(context, runs, routes);
        LiftWiring.mount(context, runs, routes);
        PromptWiring.mount(context, routes);
        StabilityWiring.mount(context, routes);
        clip.pages(access, templates).mount(routes);
        CodebookWiring.mount(context, clip.closePhrases(), routes);
        AdministrationWiring.mount(context, people, this::secrets, routes);
    }

    /** What opens something and must not stand in a file that is sent on. */
    private List<String> secrets() {
        return Stream.of(
                        config.secrets(),
                        database.password().stream().toList(),
                        llm.clients().keys())
                .flatMap(List::stream)
                .toList();
    }
}
