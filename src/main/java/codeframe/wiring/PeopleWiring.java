package codeframe.wiring;

import codeframe.Config;
import codeframe.api.CalculatorApi;
import codeframe.api.HandbookPages;
import codeframe.api.OpenApi;
import codeframe.api.ProjectApi;
import codeframe.project.InvitationPages;
import codeframe.project.Members;
import codeframe.project.NextSteps;
import codeframe.project.Pictures;
import codeframe.project.ProjectPages;
import codeframe.project.Projects;
import codeframe.project.ResetLinkPages;
import codeframe.project.TeamPages;
import codeframe.project.Waiting;
import codeframe.report.calculator.Calculator;
import codeframe.report.calculator.CalculatorPages;
import codeframe.report.published.NumbersPages;
import codeframe.user.AccountEvents;
import codeframe.user.AccountPages;
import codeframe.user.AccountView;
import codeframe.user.Credentials;
import codeframe.user.KnownBrowsers;
import codeframe.user.NewAccount;
import codeframe.user.PasswordCheck;
import codeframe.user.PasswordReset;
import codeframe.user.ResetLinks;
import codeframe.user.ResetPages;
import codeframe.user.Sessions;
import codeframe.user.SignIn;
import codeframe.user.SignInTries;
import codeframe.user.TokenPages;
import codeframe.user.UserPages;
import codeframe.user.Users;
import codeframe.web.Visitor;
import codeframe.web.VisitorAddress;
import codeframe.web.dev.UiPages;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** People, projects and teams, and the pages that belong to no project. */
public final class PeopleWiring {
    private PeopleWiring() {}

    /** Who people are, made before all features: each asks it. */
    public record People(Users users, Sessions sessions, PasswordCheck passwords, SignIn signIn, Visitor visitor) {
        PasswordReset reset(FeatureContext context) {
            return new PasswordReset(
                    context.rows(ResetLinks.class), context.rows(AccountEvents.class), context.clock());
        }
    }

    public static People make(Config config, Jdbi jdbi, Clock clock) {
        var users = jdbi.onDemand(Users.class);
        var sessions = jdbi.onDemand(Sessions.class);
        var browsers = jdbi.onDemand(KnownBrowsers.class);
        var visitor = new Visitor(config.https());
        var address = new VisitorAddress(config.trustedProxies());
        var rows = new PasswordCheck.Rows(users, jdbi.onDemand(SignInTries.class), browsers);
        var passwords = new PasswordCheck(rows, visitor, address, clock);
        var signIn = new SignIn(sessions, browsers, visitor, address, clock);
        return new People(users, sessions, passwords, signIn, visitor);
    }

    public static void mount(FeatureContext context, People people, JavalinDefaultRoutingApi routes) {
        accounts(context, people, routes);
        var access = context.access();
        var templates = context.templates();
        var events = context.events();
        var clock = context.clock();
        var projects = context.rows(Projects.class);
        var members = context.rows(Members.class);
        var newAccount = new NewAccount(people.users(), people.signIn());
        var next = new NextSteps(context.rows(Waiting.class));
        var shown = new ProjectPages.Shown(projects, context.rows(Pictures.class), next, events);
        new ProjectPages(shown, access, templates).mount(routes);
        new ResetLinkPages(members, people.reset(context), context.config().site(), access, templates).mount(routes);
        new TeamPages(members, context.config().site(), events, access, templates, clock).mount(routes);
        new InvitationPages(members, newAccount, people.signIn(), access, templates, clock).mount(routes);
        new ProjectApi(projects, ProjectApi.Health.of(context.jdbi())).mount(routes);
        var description = new OpenApi(context.config().basePath());
        description.mount(routes);
        new HandbookPages(description, context.config().site(), access, templates).mount(routes);
        var calculator = new Calculator(context.calculations());
        new CalculatorApi(calculator).mount(routes);
        new CalculatorPages(calculator, access, templates).mount(routes);
        new NumbersPages(access, templates).mount(routes);
        if (context.config().dev()) {
            new UiPages(templates, ctx -> access.page(ctx, "Interface pieces", "dev")).mount(routes);
        }
    }

    private static void accounts(FeatureContext context, People people, JavalinDefaultRoutingApi routes) {
        var events = context.rows(AccountEvents.class);
        new UserPages(people.users(), people.passwords(), people.signIn(), people.visitor(), context.templates())
                .mount(routes);
        var shown = new AccountView.Rows(people.sessions(), events);
        var view = new AccountView(shown, people.signIn(), people.visitor(), context.templates(), context.clock());
        var credentials = context.rows(Credentials.class);
        new AccountPages(people.users(), credentials, events, people.passwords(), view).mount(routes);
        new ResetPages(people.reset(context), people.users(), people.signIn(), people.visitor(), context.templates())
                .mount(routes);
        new TokenPages(people.sessions(), events, view, context.clock()).mount(routes);
    }
}
