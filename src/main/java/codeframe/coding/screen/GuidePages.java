package codeframe.coding.screen;

import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** The codebook as coders read it while they code, what changed in it, and what to code again. */
public final class GuidePages {
    private final Coding coding;
    private final CodebookChanges news;
    private final Access access;
    private final Templates templates;

    public GuidePages(Coding coding, CodebookChanges news, Access access, Templates templates) {
        this.coding = coding;
        this.news = news;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/samples/{sample}/guide", this::guide, Role.CODER);
        routes.get("/projects/{project}/samples/{sample}/again", this::again, Role.CODER);
        routes.post("/projects/{project}/samples/{sample}/queue/read", this::read, Role.CODER);
    }

    private void guide(Context ctx) {
        var assignment = CodingApi.assignment(ctx, coding);
        var guide = new Guide(
                assignment.project(),
                assignment.codebook(),
                news.sinceLastVisit(assignment),
                news.examples(assignment));
        if (ctx.header("HX-Request") != null) {
            ctx.html(templates.codingGuide(guide).render());
        } else {
            ctx.html(templates
                    .codingGuidePage(access.page(ctx, "Guide", "code"), assignment, guide)
                    .render());
        }
    }

    private void again(Context ctx) {
        var assignment = CodingApi.assignment(ctx, coding);
        ctx.html(templates
                .codingAgain(access.page(ctx, "Code again", "code"), assignment, news.again(assignment))
                .render());
    }

    private void read(Context ctx) {
        var assignment = CodingApi.assignment(ctx, coding);
        news.read(assignment);
        ctx.redirect(assignment.path() + "/code", io.javalin.http.HttpStatus.SEE_OTHER);
    }
}
