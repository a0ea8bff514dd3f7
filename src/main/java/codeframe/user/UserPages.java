package codeframe.user;

import codeframe.templates.Templates;
import codeframe.web.Links;
import codeframe.web.Page;
import codeframe.web.Problem;
import codeframe.web.Role;
import codeframe.web.Secrets;
import codeframe.web.Visitor;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** The set-up link, signing in and signing out. There is no sign-up: later accounts come by invitation. */
public final class UserPages {
    private final Users users;
    private final PasswordCheck passwords;
    private final SignIn signIn;
    private final Visitor visitor;
    private final Templates templates;

    public UserPages(Users users, PasswordCheck passwords, SignIn signIn, Visitor visitor, Templates templates) {
        this.users = users;
        this.passwords = passwords;
        this.signIn = signIn;
        this.visitor = visitor;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/set-up/{token}", this::setUp, Role.ANYONE);
        routes.post("/set-up/{token}", this::makeFirst, Role.ANYONE);
        routes.get("/sign-in", this::form, Role.ANYONE);
        routes.post("/sign-in", this::enter, Role.ANYONE);
        routes.post("/sign-out", this::leave, Role.SIGNED_IN);
    }

    private void setUp(Context ctx) {
        checkSetUpLink(ctx);
        ctx.html(templates
                .userSetUp(page(ctx, "Set up Codeframe"), AccountForm.empty())
                .render());
    }

    private void makeFirst(Context ctx) {
        checkSetUpLink(ctx);
        var form = AccountForm.ofNewAccount(ctx);
        if (!form.mistakes().isEmpty()) {
            ctx.status(422)
                    .html(templates
                            .userSetUp(page(ctx, "Set up Codeframe"), form)
                            .render());
            return;
        }
        var hash = Passwords.hash(AccountForm.password(ctx));
        var user = users.addFirst(form.email(), form.name(), hash)
                .orElseThrow(() -> new Problem.Conflict("The first account was made a moment ago. Sign in with it."));
        signIn.start(ctx, user);
        ctx.redirect("/");
    }

    private void checkSetUpLink(Context ctx) {
        if (!users.isSetupLink(Secrets.hash(ctx.pathParam("token")))) {
            throw new Problem.LinkOver(
                    "A set-up link makes the first account, once. If that is made, sign in with it; if"
                            + " not, the newest link stands in the output of the program.");
        }
    }

    private void form(Context ctx) {
        var next = Links.inside(ctx.queryParam("next"));
        ctx.html(templates
                .userSignIn(page(ctx, "Sign in"), AccountForm.empty(), next)
                .render());
    }

    private void enter(Context ctx) {
        var next = Links.inside(ctx.formParam("next"));
        var form = AccountForm.ofSignIn(ctx);
        if (!form.mistakes().isEmpty()) {
            drawSignIn(ctx, 422, form, next);
            return;
        }
        try {
            var user = passwords.user(ctx, form.email(), AccountForm.password(ctx));
            if (user.isPresent()) {
                signIn.start(ctx, user.get());
                ctx.redirect(next);
            } else {
                drawSignIn(ctx, 422, form.wrong("password", "E-mail address and password do not match."), next);
            }
        } catch (Problem.TooManyAttempts e) {
            drawSignIn(ctx, e.status(), form.wrong("password", e.getMessage()), next);
        }
    }

    private void drawSignIn(Context ctx, int status, AccountForm form, String next) {
        ctx.status(status)
                .html(templates.userSignIn(page(ctx, "Sign in"), form, next).render());
    }

    private void leave(Context ctx) {
        signIn.end(ctx);
        visitor.notice(ctx, "You are signed out.");
        ctx.redirect("/sign-in");
    }

    private Page page(Context ctx, String title) {
        return new Page(title, "account", null, null, visitor.csrf(ctx), visitor.takeNotice(ctx));
    }
}
