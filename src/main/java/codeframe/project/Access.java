package codeframe.project;

import codeframe.user.SignIn;
import codeframe.user.User;
import codeframe.web.Page;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import codeframe.web.Visitor;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;

/** Checks every request once against the roles its route names, and hands the person and the project on. */
public final class Access {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final SignIn signIn;
    private final Projects projects;
    private final Visitor visitor;

    public Access(SignIn signIn, Projects projects, Visitor visitor) {
        this.signIn = signIn;
        this.projects = projects;
        this.visitor = visitor;
    }

    /** Runs before every matched route; a route without a role is closed to all. */
    public void check(Context ctx) {
        var needed = needed(ctx);
        if (!READING.contains(ctx.method().name()) && SignIn.bearer(ctx).isEmpty()) {
            visitor.checkCsrf(ctx);
        }
        if (needed != Role.ANYONE) {
            var user = signIn.person(ctx).orElseThrow(Problem.SignInNeeded::new);
            ctx.attribute("user", user);
            checkRole(ctx, user, needed);
        }
    }

    private static Role needed(Context ctx) {
        return ctx.routeRoles().stream()
                .map(Role.class::cast)
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("page"));
    }

    private void checkRole(Context ctx, User user, Role needed) {
        if (needed == Role.ADMIN && !user.admin()) {
            throw new Problem.NotFound("page");
        } else if (needed == Role.ADMIN) {
            person(ctx);
        }
        if (needed.ofProject()) {
            var membership = projects.membership(Params.id(ctx, "project"), user.id())
                    .orElseThrow(() -> new Problem.NotFound("project"));
            ctx.attribute("membership", membership);
            if (!membership.asRole().includes(needed)) {
                throw new Problem.Forbidden("Your role in this project is " + membership.role() + "; this needs "
                        + needed.word() + ". An owner can change that on the team page.");
            }
        }
    }

    public static User user(Context ctx) {
        return Optional.<User>ofNullable(ctx.attribute("user")).orElseThrow(Problem.SignInNeeded::new);
    }

    /**
     * The person in front of a browser, for what concerns accounts.
     *
     * @throws Problem.Forbidden for a script: who finds a token in it must not open accounts
     */
    public static User person(Context ctx) {
        if (SignIn.bearer(ctx).isPresent()) {
            throw new Problem.Forbidden("Accounts are changed in the browser, not with an API token.");
        }
        return user(ctx);
    }

    /** The project of the address, in which the person has the role that the route names. */
    public static Membership project(Context ctx) {
        return Optional.<Membership>ofNullable(ctx.attribute("membership"))
                .orElseThrow(() -> new Problem.NotFound("project"));
    }

    /** The shell around a page; it works for visitors and on error pages too. */
    public Page page(Context ctx, String title, String section) {
        var user = ctx.<User>attribute("user");
        var membership = ctx.<Membership>attribute("membership");
        return new Page(
                title,
                section,
                user == null ? null : user.shown(),
                membership == null ? null : membership.shown(),
                visitor.csrf(ctx),
                visitor.takeNotice(ctx));
    }

    /** The shell around a page that is open to all: whoever is signed in keeps their name and menu on it. */
    public Page openPage(Context ctx, String title, String section) {
        signIn.person(ctx).ifPresent(user -> ctx.attribute("user", user));
        return page(ctx, title, section);
    }

    /** For what a page sends later in the background; a page itself has it from its shell. */
    public String csrf(Context ctx) {
        return visitor.csrf(ctx);
    }

    /** Goes on to another page of ours, which shows the sentence once. */
    public void redirect(Context ctx, String path, String notice) {
        visitor.notice(ctx, notice);
        ctx.redirect(path, io.javalin.http.HttpStatus.SEE_OTHER);
    }
}
