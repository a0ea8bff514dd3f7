package codeframe.api;

import codeframe.image.Images;
import codeframe.project.Access;
import codeframe.web.Params;
import codeframe.web.Role;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;

/** Images for scripts, page by page in the order they came. */
public final class ImageApi {
    private final Images images;

    public ImageApi(Images images) {
        this.images = images;
    }

    /** {@code post} is null without one, and {@code next} on the last page. */
    record Page(List<Entry> images, Long next) {}

    record Entry(long id, String path, String sha256, int width, int height, String post, JsonNode metadata) {
        static Entry of(Images.Listed image) {
            return new Entry(
                    image.id(),
                    image.path(),
                    image.sha256(),
                    image.width(),
                    image.height(),
                    image.post(),
                    image.metadata().tree());
        }
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/projects/{project}/images", this::list, Role.VIEWER);
    }

    private void list(Context ctx) {
        int limit = (int) Params.number(ctx, "limit", 100, 1, 1000);
        long after = Params.number(ctx, "after", 0, 0, Long.MAX_VALUE);
        var page = images.list(Access.project(ctx).id(), after, limit);
        Long next = page.size() < limit ? null : page.get(page.size() - 1).id();
        ctx.json(new Page(page.stream().map(Entry::of).toList(), next));
    }
}
