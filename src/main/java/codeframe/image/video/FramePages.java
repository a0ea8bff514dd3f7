package codeframe.image.video;

import codeframe.db.Json;
import codeframe.project.Access;
import codeframe.project.Events;
import codeframe.web.NumberText;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;

/** Choosing the frames of a video, or of all, by another rule. */
public final class FramePages {
    private final Videos videos;
    private final FrameChoosing choosing;
    private final Events events;

    public FramePages(Videos videos, FrameChoosing choosing, Events events) {
        this.videos = videos;
        this.choosing = choosing;
        this.events = events;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.post("/projects/{project}/images/{image}/frames", this::choose, Role.OWNER);
    }

    private void choose(Context ctx) {
        long project = Access.project(ctx).id();
        long image = Params.id(ctx, "image");
        if (videos.facts(project, image).isEmpty()) {
            throw new Problem.NotFound("video");
        }
        var rule = FrameForm.read(ctx);
        boolean all = !Params.text(ctx, "all").isEmpty();
        int asked = choosing.ask(project, image, all, rule);
        events.add(
                project,
                Access.user(ctx).id(),
                "chose the frames of %s anew: %s".formatted(NumberText.count(asked, "video", "videos"), rule.inWords()),
                Json.of(Map.of("videos", asked)));
        ctx.redirect("/projects/%d/images/%d".formatted(project, image), HttpStatus.SEE_OTHER);
    }
}
