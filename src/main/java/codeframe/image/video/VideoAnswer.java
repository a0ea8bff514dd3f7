package codeframe.image.video;

import codeframe.web.Problem;
import io.javalin.http.Context;

/** Sends a video, or the part of it that a player asks for. */
public final class VideoAnswer {
    private final Videos videos;

    public VideoAnswer(Videos videos) {
        this.videos = videos;
    }

    /** @param tag the file's strong ETag */
    public void send(Context ctx, String sha256, String mediaType, long size, String tag) {
        if (videos.piece(sha256, 0).isEmpty()) {
            throw new Problem.NotFound("video file");
        }
        ctx.header("Accept-Ranges", "bytes").contentType(mediaType);
        var asked = ctx.header("Range");
        if (!ByteRange.isAsked(asked) || isOfAnotherFile(ctx, tag)) {
            part(ctx, sha256, new ByteRange(0, size));
            return;
        }
        ByteRange.of(asked, size)
                .ifPresentOrElse(
                        range -> {
                            ctx.status(206).header("Content-Range", range.header(size));
                            part(ctx, sha256, range);
                        },
                        () -> ctx.status(416).header("Content-Range", "bytes */" + size));
    }

    private static boolean isOfAnotherFile(Context ctx, String tag) {
        var known = ctx.header("If-Range");
        return known != null && !known.strip().equals(tag);
    }

    private void part(Context ctx, String sha256, ByteRange range) {
        ctx.header("Content-Length", Long.toString(range.length()));
        ctx.result(new VideoBytes(videos, sha256, range.start(), range.end()));
    }
}
