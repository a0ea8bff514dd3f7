package codeframe.administration;

import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.user.AccountEvents;
import codeframe.web.NumberText;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;

/** Everybody's account: who may come in, and who looks after the installation. */
public final class AccountsPages {
    static final String LAST = "The installation needs an administrator. Make somebody else administrator first.";
    private static final int MOST = 300;

    private final Accounts accounts;
    private final AccountEvents events;
    private final AdministrationView view;
    private final Templates templates;
    private final Clock clock;

    public AccountsPages(
            Accounts accounts, AccountEvents events, AdministrationView view, Templates templates, Clock clock) {
        this.accounts = accounts;
        this.events = events;
        this.view = view;
        this.templates = templates;
        this.clock = clock;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        var base = AdministrationView.HOME + "/accounts/{account}";
        routes.get(AdministrationView.HOME, ctx -> list(ctx, ""), Role.ADMIN);
        routes.post(base + "/disable", this::disable, Role.ADMIN);
        routes.post(base + "/enable", this::enable, Role.ADMIN);
        routes.post(base + "/administrator", this::administrator, Role.ADMIN);
    }

    private void list(Context ctx, String mistake) {
        var search = Params.query(ctx, "search");
        var page = view.page(ctx, "Administration");
        ctx.status(mistake.isEmpty() ? 200 : 422)
                .html(templates
                        .administrationAccounts(
                                page,
                                accounts.accounts(search, MOST),
                                accounts.count(search),
                                Access.user(ctx).id(),
                                search,
                                mistake)
                        .render());
    }

    private void disable(Context ctx) {
        var account = account(ctx);
        if (account.id() == Access.user(ctx).id()) {
            list(ctx, "You cannot disable your own account; another administrator can.");
            return;
        }
        var ended = accounts.disable(account.id(), clock.instant());
        if (ended.isEmpty()) {
            list(ctx, LAST);
            return;
        }
        record(ctx, account, "disabled the account; " + ended.get().told());
        long alone = accounts.ownedAlone(account.id());
        var orphans = alone == 0
                ? ""
                : " " + NumberText.count(alone, "project has", "projects have") + " no other owner who can sign in.";
        back(ctx, account.name() + " can no longer sign in. What they did stays." + orphans);
    }

    private void enable(Context ctx) {
        var account = account(ctx);
        accounts.setDisabled(account.id(), null);
        record(ctx, account, "enabled the account");
        back(ctx, account.name() + " can sign in again, with the password of before.");
    }

    private void administrator(Context ctx) {
        var account = account(ctx);
        boolean make = Params.text(ctx, "make").equals("true");
        if (make && account.disabled()) {
            list(ctx, "This account is disabled. Enable it first.");
        } else if (!accounts.makeAdministrator(account.id(), make)) {
            list(ctx, LAST);
        } else {
            record(ctx, account, make ? "made the account an administrator" : "took administration from the account");
            back(ctx, account.name() + (make ? " is an administrator now." : " is no longer an administrator."));
        }
    }

    private Accounts.Account account(Context ctx) {
        return accounts.account(Params.id(ctx, "account")).orElseThrow(() -> new Problem.NotFound("account"));
    }

    private void record(Context ctx, Accounts.Account account, String what) {
        events.add(account.id(), Access.user(ctx).id(), what);
    }

    /** Whoever took it from themselves is at home among the projects. */
    private void back(Context ctx, String notice) {
        boolean still = accounts.account(Access.user(ctx).id())
                .filter(Accounts.Account::admin)
                .isPresent();
        view.back(ctx, still ? AdministrationView.HOME : "/", notice);
    }
}
