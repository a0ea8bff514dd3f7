package codeframe.image;

import codeframe.project.Access;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** The page of one post: its pictures in their order, and what was coded of it as a whole. */
public final class PostPages {
    private final Posts posts;
    private final ImageCodes codes;
    private final ImagePages.Shell shell;

    public PostPages(Posts posts, ImageCodes codes, ImagePages.Shell shell) {
        this.posts = posts;
        this.codes = codes;
        this.shell = shell;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/posts/{post}", this::show, Role.VIEWER);
    }

    private void show(Context ctx) {
        long project = Access.project(ctx).id();
        var post = posts.find(project, Params.id(ctx, "post")).orElseThrow(() -> new Problem.NotFound("post"));
        var shown = PostPage.of(posts, codes, project, post, Access.user(ctx).id());
        ctx.html(shell.templates()
                .imagePost(shell.access().page(ctx, shown.title(), "images"), shown)
                .render());
    }
}
