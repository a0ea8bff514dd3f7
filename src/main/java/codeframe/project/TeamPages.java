package codeframe.project;

import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import codeframe.web.Secrets;
import codeframe.web.Site;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.util.Optional;

/** Who belongs to a project, with which role; invitations by link. */
public final class TeamPages {
    private static final String LAST_OWNER = "A project needs an owner. Make somebody else owner first.";

    private final Members members;
    private final Site site;
    private final Events events;
    private final Access access;
    private final Templates templates;
    private final Clock clock;

    public TeamPages(Members members, Site site, Events events, Access access, Templates templates, Clock clock) {
        this.members = members;
        this.site = site;
        this.events = events;
        this.access = access;
        this.templates = templates;
        this.clock = clock;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get(
                "/projects/{project}/team",
                ctx -> show(ctx, Optional.empty(), "", InvitationForm.empty()),
                Role.VIEWER);
        routes.post("/projects/{project}/team/invitations", this::invite, Role.OWNER);
        routes.post("/projects/{project}/team/invitations/{invitation}/withdraw", this::withdraw, Role.OWNER);
        routes.post("/projects/{project}/team/{user}/role", this::changeRole, Role.OWNER);
        routes.post("/projects/{project}/team/{user}/remove", this::remove, Role.OWNER);
    }

    /** @param made the invitation just made, to be shown this once */
    private void show(Context ctx, Optional<InvitationLetter> made, String mistake, InvitationForm form) {
        var project = Access.project(ctx);
        var invitations = project.asRole() == Role.OWNER
                ? members.invitations(project.id())
                : java.util.List.<Members.Invitation>of();
        var page = access.page(ctx, "Team", "team");
        ctx.status(mistake.isEmpty() && form.mistakes().isEmpty() ? 200 : 422)
                .html(templates
                        .projectTeam(
                                page,
                                project,
                                members.members(project.id()),
                                invitations,
                                clock.instant(),
                                made,
                                site.reach(ctx),
                                site.address(ctx),
                                mistake,
                                form)
                        .render());
    }

    private void invite(Context ctx) {
        var form = InvitationForm.of(ctx);
        if (!form.mistakes().isEmpty()) {
            show(ctx, Optional.empty(), "", form);
            return;
        }
        var token = Secrets.token();
        var user = Access.user(ctx);
        var project = Access.project(ctx);
        var expiresAt = clock.instant().plus(form.good());
        members.invite(project.id(), form.role(), Secrets.hash(token), form.note(), user.id(), expiresAt);
        events.add(project.id(), user.id(), "invited somebody as " + form.role());
        var link = site.address(ctx) + "/invitations/" + token;
        var letter = new InvitationLetter(project.name(), user.name(), Role.ofWord(form.role()), link, expiresAt);
        show(ctx, Optional.of(letter), "", InvitationForm.empty());
    }

    private void withdraw(Context ctx) {
        if (members.withdraw(Access.project(ctx).id(), Params.id(ctx, "invitation")) == 0) {
            throw new Problem.NotFound("open invitation");
        }
        record(ctx, "withdrew an invitation");
        back(ctx, "The invitation is withdrawn; its link no longer works.");
    }

    private void changeRole(Context ctx) {
        var role = Role.ofWord(Params.text(ctx, "role"));
        var member = member(ctx);
        if (members.changeRole(Access.project(ctx).id(), member.userId(), role.word())) {
            record(ctx, "made " + member.name() + " " + role.word());
            back(ctx, member.name() + " is now " + role.word() + ".");
        } else {
            show(ctx, Optional.empty(), LAST_OWNER, InvitationForm.empty());
        }
    }

    private void remove(Context ctx) {
        var member = member(ctx);
        if (members.leave(Access.project(ctx).id(), member.userId())) {
            record(ctx, "removed " + member.name() + " from the team");
            removed(ctx, member);
        } else {
            show(ctx, Optional.empty(), LAST_OWNER, InvitationForm.empty());
        }
    }

    /** Whoever left themselves has no team page any more. */
    private void removed(Context ctx, Members.Member member) {
        if (member.userId() == Access.user(ctx).id()) {
            access.redirect(ctx, "/", "You have left " + Access.project(ctx).name() + ". What you did there stays.");
        } else {
            back(ctx, member.name() + " is no longer in the team. Their codes stay.");
        }
    }

    private Members.Member member(Context ctx) {
        long user = Params.id(ctx, "user");
        return members.members(Access.project(ctx).id()).stream()
                .filter(member -> member.userId() == user)
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("member"));
    }

    private void record(Context ctx, String what) {
        events.add(Access.project(ctx).id(), Access.user(ctx).id(), what);
    }

    private void back(Context ctx, String notice) {
        access.redirect(ctx, "/projects/" + Access.project(ctx).id() + "/team", notice);
    }
}
