package codeframe;

import codeframe.api.CalculatorApi;
import codeframe.api.CodebookApi;
import codeframe.api.ImageApi;
import codeframe.api.ImportApi;
import codeframe.api.OpenApi;
import codeframe.api.ProjectApi;
import codeframe.api.ReportApi;
import codeframe.api.RunApi;
import codeframe.clip.Clip;
import codeframe.codebook.CodebookImportPages;
import codeframe.codebook.CodebookPages;
import codeframe.codebook.Codebooks;
import codeframe.codebook.DraftPages;
import codeframe.codebook.PublishPages;
import codeframe.codebook.RemovedParts;
import codeframe.coding.Coders;
import codeframe.coding.intake.CodeImportApi;
import codeframe.coding.intake.CodeImportPages;
import codeframe.coding.intake.CodeImports;
import codeframe.db.Database;
import codeframe.db.Jobs;
import codeframe.db.Json;
import codeframe.demo.DemoProject;
import codeframe.demo.DemoTask;
import codeframe.image.Blinding;
import codeframe.image.Gallery;
import codeframe.image.ImageCodes;
import codeframe.image.ImageFilePages;
import codeframe.image.ImagePages;
import codeframe.image.Images;
import codeframe.image.decode.ImageDecoder;
import codeframe.image.decode.ImageLimits;
import codeframe.image.intake.ColumnPages;
import codeframe.image.intake.ImportJob;
import codeframe.image.intake.ImportListPages;
import codeframe.image.intake.ImportPages;
import codeframe.image.intake.ImportReports;
import codeframe.image.intake.ImportTables;
import codeframe.image.intake.ImportTasks;
import codeframe.image.intake.Imports;
import codeframe.image.intake.Uploads;
import codeframe.project.Access;
import codeframe.project.Events;
import codeframe.project.InvitationPages;
import codeframe.project.Members;
import codeframe.project.Pictures;
import codeframe.project.ProjectPages;
import codeframe.project.Projects;
import codeframe.project.TeamPages;
import codeframe.report.calculator.CalculatorPages;
import codeframe.report.export.CodesApi;
import codeframe.report.export.ContactSheetPages;
import codeframe.report.export.ExportCounts;
import codeframe.report.export.ExportPages;
import codeframe.report.export.ExportRows;
import codeframe.report.export.Selections;
import codeframe.report.export.SheetRows;
import codeframe.report.published.NumbersPages;
import codeframe.report.study.AgreementPages;
import codeframe.report.study.AgreementStudy;
import codeframe.report.study.CodedRows;
import codeframe.report.study.ValidationStudy;
import codeframe.run.Classifier;
import codeframe.run.Classifiers;
import codeframe.run.RunParts;
import codeframe.templates.StaticTemplates;
import codeframe.templates.Templates;
import codeframe.user.AccountPages;
import codeframe.user.FirstAccount;
import codeframe.user.NewAccount;
import codeframe.user.Sessions;
import codeframe.user.SignIn;
import codeframe.user.UserPages;
import codeframe.user.Users;
import codeframe.web.Headers;
import codeframe.web.Problems;
import codeframe.web.UiPages;
import codeframe.web.Visitor;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.json.JavalinJackson;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** The composition root: every {@code new} and every mount. */
public final class App implements AutoCloseable {
    private final Config config;
    private final Jdbi jdbi;
    private final Clock clock;
    private final Classifiers classifiers;
    private final Templates templates = new StaticTemplates();
    private final Visitor visitor;
    private final Users users;
    private final Sessions sessions;
    private final SignIn signIn;
    private final Projects projects;
    private final Events events;
    private final Access access;
    private final Clip clip;
    private final Optional<String> setUpPath;
    private final List<Task<?>> tasks = new ArrayList<>();
    private final SchedulerClient jobs;
    private final Optional<Scheduler> scheduler;
    private final Javalin server;

    private App(Config config, Database database, Clock clock, List<Classifier> further) {
        this.config = config;
        this.jdbi = database.jdbi();
        this.clock = clock;
        visitor = new Visitor(config.https());
        users = jdbi.onDemand(Users.class);
        sessions = jdbi.onDemand(Sessions.class);
        projects = jdbi.onDemand(Projects.class);
        events = jdbi.onDemand(Events.class);
        signIn = new SignIn(users, sessions, visitor, clock, config.trustProxy());
        access = new Access(signIn, projects, visitor);
        setUpPath = firstAccount();
        var decoder = new ImageDecoder(new ImageLimits(config.maxUploadBytes(), config.maxPixels()));
        clip = new Clip(config.data(), config.models(), config.hub(), jdbi, decoder);
        classifiers = new Classifiers(
                Stream.concat(further.stream(), Stream.of(clip.classifier())).toList());
        jobs = Jobs.client(database.dataSource(), tasks);
        server = Javalin.create(this::configure);
        scheduler = config.workers() == 0 || tasks.isEmpty()
                ? Optional.empty()
                : Optional.of(Jobs.scheduler(database.dataSource(), tasks, config.workers()));
    }

    public static App start(Config config, Database database, Clock clock) {
        return start(config, database, clock, List.of());
    }

    /** @param further classifiers that come before those of the program */
    public static App start(Config config, Database database, Clock clock, List<Classifier> further) {
        var app = new App(config, database, clock, further);
        app.server.start(config.host(), config.port());
        app.scheduler.ifPresent(Scheduler::start);
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
        scheduler.ifPresent(Scheduler::stop);
        clip.close();
    }

    private Optional<String> firstAccount() {
        var first = new FirstAccount(users, sessions);
        config.admin().ifPresent(admin -> first.make(admin.email(), admin.password(), admin.token()));
        return first.setUpPath();
    }

    private void configure(JavalinConfig javalin) {
        WebServer.configure(javalin, config);
        javalin.jsonMapper(new JavalinJackson(Json.MAPPER, false));
        var routes = javalin.routes;
        routes.before(new Headers(config.https())::set);
        routes.beforeMatched(access::check);
        new Problems(templates, ctx -> access.page(ctx, "Codeframe", "problem")).mount(routes);
        mountPeople(routes);
        mountDemo(mountRuns(routes), mountImages(routes));
        mountExports(routes);
        clip.pages(access, templates).mount(routes);
        mountCodebook(routes);
        if (config.dev()) {
            new UiPages(templates, ctx -> access.page(ctx, "Interface pieces", "dev")).mount(routes);
        }
    }

    private void mountPeople(JavalinDefaultRoutingApi routes) {
        var members = jdbi.onDemand(Members.class);
        var newAccount = new NewAccount(users, signIn);
        new UserPages(users, signIn, visitor, templates).mount(routes);
        new AccountPages(users, sessions, signIn, visitor, templates).mount(routes);
        new ProjectPages(projects, jdbi.onDemand(Pictures.class), events, access, templates).mount(routes);
        new TeamPages(members, events, access, templates, clock).mount(routes);
        new InvitationPages(members, newAccount, signIn, access, templates, clock).mount(routes);
        new ProjectApi(projects, ProjectApi.Health.of(jdbi)).mount(routes);
        new OpenApi().mount(routes);
        new CalculatorApi().mount(routes);
        new CalculatorPages(access, templates).mount(routes);
        new NumbersPages(access, templates).mount(routes);
    }

    private DemoProject.Runs mountRuns(JavalinDefaultRoutingApi routes) {
        var runs = new RunParts(jdbi, classifiers, jobs, clock, config.workers());
        tasks.addAll(runs.tasks());
        runs.mount(routes, access, templates);
        new RunApi(runs.orders(), runs.control(), runs.runs(), jdbi.onDemand(Coders.class)).mount(routes);
        return new DemoProject.Runs(runs.orders(), runs.control());
    }

    private Uploads mountImages(JavalinDefaultRoutingApi routes) {
        var imports = jdbi.onDemand(Imports.class);
        var importTables = jdbi.onDemand(ImportTables.class);
        var reports = jdbi.onDemand(ImportReports.class);
        var decoder = new ImageDecoder(new ImageLimits(ImageLimits.DEFAULT.bytes(), config.maxPixels()));
        var job = new ImportJob(jdbi, decoder, Math.max(1, config.workers()));
        var importTasks = new ImportTasks(jdbi, job, clock, jobs);
        tasks.addAll(importTasks.tasks());
        var uploads = new Uploads(imports, importTasks);
        new ImportPages(imports, uploads, reports, access, templates).mount(routes);
        new ColumnPages(imports, importTables, uploads, access, templates).mount(routes);
        new ImportListPages(imports, importTables, reports).mount(routes);
        var images = jdbi.onDemand(Images.class);
        var shell = new ImagePages.Shell(access, templates);
        new ImagePages(new Gallery(jdbi), images, jdbi.onDemand(ImageCodes.class), Blinding.NONE, shell).mount(routes);
        new ImageFilePages(images).mount(routes);
        new ImportApi(imports, uploads, reports).mount(routes);
        new ImageApi(images).mount(routes);
        return uploads;
    }

    private void mountDemo(DemoProject.Runs runs, Uploads uploads) {
        tasks.add(new DemoTask(new DemoProject(jdbi, uploads, runs), clock).task());
    }

    private void mountExports(JavalinDefaultRoutingApi routes) {
        var rows = jdbi.onDemand(ExportRows.class);
        var selections = new Selections(rows);
        new CodesApi(selections, rows).mount(routes);
        var coded = jdbi.onDemand(CodedRows.class);
        var agreement = new AgreementStudy(selections, coded);
        var validation = new ValidationStudy(selections, coded);
        new ReportApi(agreement, validation).mount(routes);
        new AgreementPages(agreement, validation, access, templates).mount(routes);
        var counts = jdbi.onDemand(ExportCounts.class);
        new ExportPages(selections, rows, counts, access, templates).mount(routes);
        new ContactSheetPages(selections, jdbi.onDemand(SheetRows.class), templates, clock).mount(routes);
        var imports = new CodeImports(jdbi);
        new CodeImportApi(imports, events).mount(routes);
        new CodeImportPages(imports, events, access, templates).mount(routes);
    }

    private void mountCodebook(JavalinDefaultRoutingApi routes) {
        var codebooks = jdbi.onDemand(Codebooks.class);
        var removed = jdbi.onDemand(RemovedParts.class);
        new CodebookPages(codebooks, removed, clip.closePhrases(), access, templates).mount(routes);
        new DraftPages(codebooks, removed, access, templates).mount(routes);
        new CodebookImportPages(codebooks, removed, access, templates).mount(routes);
        new PublishPages(codebooks, removed, events, access, templates).mount(routes);
        new CodebookApi(codebooks, events).mount(routes);
    }
}
