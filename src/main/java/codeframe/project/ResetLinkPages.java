package codeframe.project;

import codeframe.templates.Templates;
import codeframe.user.PasswordReset;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import codeframe.web.Site;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** An owner helps somebody of the team who forgot the password. */
public final class ResetLinkPages {
    private final Members members;
    private final PasswordReset reset;
    private final Site site;
    private final Access access;
    private final Templates templates;

    public ResetLinkPages(Members members, PasswordReset reset, Site site, Access access, Templates templates) {
        this.members = members;
        this.reset = reset;
        this.site = site;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/team/{user}/reset-link", ctx -> draw(ctx, ""), Role.OWNER);
        routes.post("/projects/{project}/team/{user}/reset-link", this::make, Role.OWNER);
    }

    private void draw(Context ctx, String link) {
        var member = member(ctx);
        var page = access.page(ctx, "Reset link", "team");
        var back = "/projects/" + Access.project(ctx).id() + "/team";
        boolean allowed = reset.allowed(Access.user(ctx)).contains(member.userId());
        ctx.html(templates
                .userResetLink(page, member.name(), allowed, link, site.reach(ctx), site.address(ctx), back, "Team")
                .render());
    }

    private void make(Context ctx) {
        draw(ctx, site.address(ctx) + reset.make(Access.person(ctx), member(ctx).userId()));
    }

    private Members.Member member(Context ctx) {
        long user = Params.id(ctx, "user");
        return members.members(Access.project(ctx).id()).stream()
                .filter(one -> one.userId() == user)
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("member"));
    }
}
