package codeframe.wiring;

import codeframe.administration.AccountResetPages;
import codeframe.administration.Accounts;
import codeframe.administration.AccountsPages;
import codeframe.administration.AdministrationView;
import codeframe.administration.Diagnostics;
import codeframe.administration.DiagnosticsPages;
import codeframe.administration.Installation;
import codeframe.administration.InstallationFacts;
import codeframe.administration.InstallationPages;
import codeframe.administration.JobRows;
import codeframe.administration.Redaction;
import codeframe.db.JobFailures;
import codeframe.db.Nodes;
import codeframe.user.AccountEvents;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.function.Supplier;

/** The pages of whoever looks after the installation. */
public final class AdministrationWiring {
    private AdministrationWiring() {}

    /** @param secrets of the moment, for the diagnostics to leave out */
    public static void mount(
            FeatureContext context,
            PeopleWiring.People people,
            Supplier<List<String>> secrets,
            JavalinDefaultRoutingApi routes) {
        var view = new AdministrationView(context.access());
        var templates = context.templates();
        var accounts = context.rows(Accounts.class);
        var events = context.rows(AccountEvents.class);
        new AccountsPages(accounts, events, view, templates, context.clock()).mount(routes);
        var site = context.config().site();
        new AccountResetPages(accounts, people.reset(context), site, view, templates).mount(routes);
        var facts = facts(context);
        new InstallationPages(facts, events, view, templates, context.clock()).mount(routes);
        Supplier<Redaction> redactions = () -> new Redaction(secrets.get());
        new DiagnosticsPages(new Diagnostics(facts, context.config().shown(), redactions, context.clock()))
                .mount(routes);
    }

    private static InstallationFacts facts(FeatureContext context) {
        return new InstallationFacts(
                context.rows(Installation.class),
                context.rows(JobRows.class),
                context.rows(JobFailures.class),
                context.rows(Nodes.class),
                context.config().data());
    }
}
