package codeframe.administration;

import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.user.PasswordReset;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import codeframe.web.Site;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** An administrator helps anybody who forgot the password. */
public final class AccountResetPages {
    private final Accounts accounts;
    private final PasswordReset reset;
    private final Site site;
    private final AdministrationView view;
    private final Templates templates;

    public AccountResetPages(
            Accounts accounts, PasswordReset reset, Site site, AdministrationView view, Templates templates) {
        this.accounts = accounts;
        this.reset = reset;
        this.site = site;
        this.view = view;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        var path = AdministrationView.HOME + "/accounts/{account}/reset-link";
        routes.get(path, ctx -> draw(ctx, ""), Role.ADMIN);
        routes.post(path, this::make, Role.ADMIN);
    }

    private void draw(Context ctx, String link) {
        var account = account(ctx);
        boolean allowed = reset.allowed(Access.user(ctx)).contains(account.id());
        ctx.html(templates
                .userResetLink(
                        view.page(ctx, "Reset link"),
                        account.name(),
                        allowed,
                        link,
                        site.reach(ctx),
                        site.address(ctx),
                        AdministrationView.HOME,
                        "Administration")
                .render());
    }

    private void make(Context ctx) {
        draw(
                ctx,
                site.address(ctx) + reset.make(Access.person(ctx), account(ctx).id()));
    }

    private Accounts.Account account(Context ctx) {
        return accounts.account(Params.id(ctx, "account")).orElseThrow(() -> new Problem.NotFound("account"));
    }
}
