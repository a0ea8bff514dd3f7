package codeframe.api;

import codeframe.image.Gallery;
import codeframe.image.ImageFilter;
import codeframe.image.ImageList;
import codeframe.project.Access;
import codeframe.web.Params;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;

/** Images for scripts, page by page in the order they came, filtered as in the gallery. */
public final class ImageApi {
    private final Gallery gallery;
    private final ImageList images;

    public ImageApi(Gallery gallery, ImageList images) {
        this.gallery = gallery;
        this.images = images;
    }

    /** {@code next} is null on the last page. */
    record Page(List<ImageList.Listed> images, Long next) {}

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/projects/{project}/images", this::list, Role.VIEWER);
    }

    private void list(Context ctx) {
        int limit = (int) Params.number(ctx, "limit", 100, 1, 1000);
        long after = Params.number(ctx, "after", 0, 0, Long.MAX_VALUE);
        var filter =
                ImageFilter.fromQuery(ctx.queryString()).seenBy(Access.user(ctx).id());
        // One more than asked for tells whether there is a next page.
        var found =
                images.after(after, limit + 1, gallery.view(Access.project(ctx).id(), filter));
        var page = found.subList(0, Math.min(limit, found.size()));
        Long next = found.size() > limit ? page.get(limit - 1).id() : null;
        ctx.json(new Page(page, next));
    }
}
