package codeframe.coding.screen;

import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.HeadAsGet;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The samples that somebody is asked to code, and the coding screen. */
public final class CodingPages {
    private final Coding coding;
    private final CodebookChanges news;
    private final Access access;
    private final Templates templates;

    public CodingPages(Coding coding, CodebookChanges news, Access access, Templates templates) {
        this.coding = coding;
        this.news = news;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/code", this::list, Role.CODER);
        routes.get("/projects/{project}/samples/{sample}/code", this::next, Role.CODER);
        routes.get("/projects/{project}/samples/{sample}/code/{image}", this::again, Role.CODER);
        routes.post("/projects/{project}/samples/{sample}/code", this::save, Role.CODER);
    }

    private void list(Context ctx) {
        var open = coding.open(Access.project(ctx).id(), Access.user(ctx).id());
        ctx.html(templates
                .codingOpen(
                        access.page(ctx, "Code", "code"), Access.project(ctx).id(), open)
                .render());
    }

    private void next(Context ctx) {
        var assignment = CodingApi.assignment(ctx, coding);
        if (!HeadAsGet.answered(ctx, "text/html")) {
            var ahead = coding.next(assignment);
            show(ctx, assignment, ahead, ahead.stream().findFirst());
        }
    }

    /** An image that the coder was given: to look at the own decision again, or to decide it now. */
    private void again(Context ctx) {
        var assignment = CodingApi.assignment(ctx, coding);
        var item = coding.own(assignment, Params.id(ctx, "image"));
        if (!HeadAsGet.answered(ctx, "text/html")) {
            show(ctx, assignment, coding.next(assignment), Optional.of(item));
        }
    }

    private void show(Context ctx, CoderAssignment assignment, List<CodingItem> ahead, Optional<CodingItem> here) {
        var codebook = assignment.codebook();
        var sheet = here.map(item -> AnswerSheet.of(codebook, item)).orElse(AnswerSheet.blank(codebook));
        draw(ctx, assignment, new Shown(ahead, here, sheet));
    }

    private record Shown(List<CodingItem> ahead, Optional<CodingItem> here, AnswerSheet sheet) {}

    private void draw(Context ctx, CoderAssignment assignment, Shown shown) {
        var screen = new CodingScreen(
                assignment,
                shown.sheet().codebook(),
                shown.here(),
                shown.ahead(),
                coding.latest(assignment),
                coding.progress(assignment),
                coding.autoAdvance(Access.user(ctx).id()),
                news.unread(assignment),
                news.again(assignment).size(),
                shown.sheet());
        ctx.html(templates
                .codingScreen(access.page(ctx, "Code " + assignment.name(), "code"), screen)
                .render());
    }

    /** Without a script: the form comes back with what is wrong, or the next image comes. */
    private void save(Context ctx) {
        var assignment = CodingApi.assignment(ctx, coding);
        var decision = DecisionForm.of(ctx, assignment.codebook()).decision();
        try {
            var item = coding.own(assignment, decision.image());
            decide(ctx, assignment, item, decision);
        } catch (Problem.Gone gone) {
            access.redirect(ctx, assignment.path() + "/code", gone.getMessage() + " Here is the next one.");
        }
    }

    private void decide(Context ctx, CoderAssignment assignment, CodingItem item, Decision decision) {
        try {
            coding.decide(assignment, decision);
            access.redirect(ctx, assignment.path() + "/code", "Saved.");
        } catch (Problem.Invalid wrong) {
            var codebook = assignment.codebook();
            Map<String, String> mistakes = new HashMap<>();
            wrong.mistakes().forEach(mistake -> mistakes.put(mistake.key(), mistake.message()));
            var sheet = new AnswerSheet(codebook, decision.answers(), mistakes, decision.note(), decision.flagged());
            ctx.status(422);
            draw(ctx, assignment, new Shown(List.of(item), Optional.of(item), sheet));
        }
    }
}
