package codeframe.image;

import codeframe.image.decode.Thumbnails;
import codeframe.image.video.VideoAnswer;
import codeframe.project.Access;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Arrays;

/** The bytes of images and videos, for pages and for scripts. Nothing of them can run in a browser. */
public final class ImageFilePages {
    private static final String SEALED = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final Images images;
    private final VideoAnswer videos;

    public ImageFilePages(Images images, VideoAnswer videos) {
        this.images = images;
        this.videos = videos;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/images/{image}/file", this::file, Role.VIEWER);
        routes.get("/api/v1/projects/{project}/images/{image}/file", this::file, Role.VIEWER);
    }

    private void file(Context ctx) {
        long project = Access.project(ctx).id();
        long image = Params.id(ctx, "image");
        var content = images.content(project, image).orElseThrow(() -> images.absent(project, image, "image"));
        int width = width(ctx);
        String tag = "\"%s-%d\"".formatted(content.sha256(), width);
        ctx.header("ETag", tag)
                .header("Cache-Control", "private, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", SEALED);
        // The answer of a page begins as text in UTF-8, and pictures have no character set.
        ctx.res().setCharacterEncoding((String) null);
        if (hasCopy(ctx, tag)) {
            ctx.status(304);
        } else if (width == 0 && content.medium().equals("video")) {
            videos.send(ctx, content.sha256(), content.mediaType(), content.size(), tag);
        } else if (width == 0) {
            byte[] original = images.bytes(content.sha256()).orElseThrow(() -> new Problem.NotFound("image"));
            ctx.contentType(content.mediaType()).result(original);
        } else {
            byte[] small = images.thumbnail(content.sha256(), width).orElseThrow(() -> new Problem.NotFound("image"));
            ctx.contentType("image/jpeg").result(small);
        }
    }

    /** Proxies send several tags, and mark as weak those they changed nothing but the packing of. */
    private static boolean hasCopy(Context ctx, String tag) {
        var known = ctx.header("If-None-Match");
        return known != null
                && Arrays.stream(known.split(",", -1))
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
    }

    /** 0 for the original. */
    private static int width(Context ctx) {
        return switch (Params.query(ctx, "width")) {
            case "" -> 0;
            case "256" -> Thumbnails.SMALL;
            case "1024" -> Thumbnails.LARGE;
            default -> throw new Problem.Invalid("The width may be 256 or 1024; without one the original is sent.");
        };
    }
}
