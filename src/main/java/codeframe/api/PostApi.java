package codeframe.api;

import codeframe.image.ImageCodes;
import codeframe.image.PostPage;
import codeframe.image.Posts;
import codeframe.project.Access;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;

/** Posts for scripts: page by page in the order they came, and one with its pictures and what was coded of it as a whole. */
public final class PostApi {
    private final Posts posts;
    private final ImageCodes codes;

    public PostApi(Posts posts, ImageCodes codes) {
        this.posts = posts;
        this.codes = codes;
    }

    /** {@code next} is null on the last page. */
    record Page(List<Posts.Listed> posts, Long next) {}

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/projects/{project}/posts", this::list, Role.VIEWER);
        routes.get("/api/v1/projects/{project}/posts/{post}", this::one, Role.VIEWER);
    }

    private void list(Context ctx) {
        int limit = (int) Params.number(ctx, "limit", 100, 1, 1000);
        long after = Params.number(ctx, "after", 0, 0, Long.MAX_VALUE);
        // One more than asked for tells whether there is a next page.
        var found = posts.after(Access.project(ctx).id(), after, limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        ctx.json(new Page(page, found.size() > limit ? page.get(limit - 1).id() : null));
    }

    private void one(Context ctx) {
        long project = Access.project(ctx).id();
        var post = posts.find(project, Params.id(ctx, "post")).orElseThrow(() -> new Problem.NotFound("post"));
        ctx.json(PostAnswer.of(
                PostPage.of(posts, codes, project, post, Access.user(ctx).id())));
    }
}
