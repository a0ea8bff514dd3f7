package codeframe;

import codeframe.api.CalculatorApi;
import codeframe.api.HandbookPages;
import codeframe.api.OpenApi;
import codeframe.api.ProjectApi;
import codeframe.project.InvitationPages;
import codeframe.project.Members;
import codeframe.project.Pictures;
import codeframe.project.ProjectPages;
import codeframe.project.Projects;
import codeframe.project.TeamPages;
import codeframe.report.calculator.CalculatorPages;
import codeframe.report.published.NumbersPages;
import codeframe.user.AccountPages;
import codeframe.user.NewAccount;
import codeframe.user.Sessions;
import codeframe.user.SignIn;
import codeframe.user.UserPages;
import codeframe.user.Users;
import codeframe.web.UiPages;
import codeframe.web.Visitor;
import io.javalin.router.JavalinDefaultRoutingApi;

/** People, projects and teams, and the pages that belong to no project. */
final class PeopleWiring {
    private PeopleWiring() {}

    static void mount(
            Kit kit, Users users, Sessions sessions, SignIn signIn, Visitor visitor, JavalinDefaultRoutingApi routes) {
        var access = kit.access();
        var templates = kit.templates();
        var events = kit.events();
        var clock = kit.clock();
        var projects = kit.rows(Projects.class);
        var members = kit.rows(Members.class);
        var newAccount = new NewAccount(users, signIn);
        new UserPages(users, signIn, visitor, templates).mount(routes);
        new AccountPages(users, sessions, signIn, visitor, templates).mount(routes);
        new ProjectPages(projects, kit.rows(Pictures.class), events, access, templates).mount(routes);
        new TeamPages(members, kit.config().site(), events, access, templates, clock).mount(routes);
        new InvitationPages(members, newAccount, signIn, access, templates, clock).mount(routes);
        new ProjectApi(projects, ProjectApi.Health.of(kit.jdbi())).mount(routes);
        var description = new OpenApi();
        description.mount(routes);
        new HandbookPages(description, kit.config().site(), access, templates).mount(routes);
        new CalculatorApi().mount(routes);
        new CalculatorPages(access, templates).mount(routes);
        new NumbersPages(access, templates).mount(routes);
        if (kit.config().dev()) {
            new UiPages(templates, ctx -> access.page(ctx, "Interface pieces", "dev")).mount(routes);
        }
    }
}
