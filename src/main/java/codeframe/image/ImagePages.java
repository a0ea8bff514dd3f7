package codeframe.image;

import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** The gallery and the page of one image. */
public final class ImagePages {
    private final Gallery gallery;
    private final WallRows rows;
    private final Dossier.Source source;
    private final Shell shell;

    /** What pages are drawn with. */
    public record Shell(Access access, Templates templates) {}

    public ImagePages(Gallery gallery, WallRows rows, Dossier.Source source, Shell shell) {
        this.gallery = gallery;
        this.rows = rows;
        this.source = source;
        this.shell = shell;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/images", this::gallery, Role.VIEWER);
        routes.get("/projects/{project}/images/filters", this::filters, Role.VIEWER);
        routes.get("/projects/{project}/images/{image}", this::dossier, Role.VIEWER);
    }

    private static Wall wall(Context ctx) {
        return Wall.of(ctx.queryString(), Access.user(ctx).id());
    }

    private Gallery.View view(Context ctx, Wall wall) {
        return gallery.view(Access.project(ctx).id(), wall.filter());
    }

    private void gallery(Context ctx) {
        var wall = wall(ctx);
        var view = view(ctx, wall);
        long after = after(ctx, view, wall);
        var thumbs = rows.walk().page(view, wall.order(), after);
        var codes = rows.codes().shown(view, wall.shown(), thumbs);
        var slice = new GallerySlice(view.project(), wall, thumbs, codes, Gallery.PAGE);
        if (ctx.header("HX-Request") != null) {
            ctx.html(shell.templates().imageThumbs(slice).render());
        } else {
            var page = shell.access().page(ctx, "Images", "images");
            ctx.html(shell.templates()
                    .imageGallery(page, slice, gallery.count(view), after == 0)
                    .render());
        }
    }

    /** Where the wall begins: after an image, or so that one is in the middle, for whoever comes back from its page. */
    private long after(Context ctx, Gallery.View view, Wall wall) {
        long near = Params.number(ctx, "near", 0, 0, Long.MAX_VALUE);
        return near > 0
                ? rows.walk().before(view, wall.order(), near)
                : Params.number(ctx, "after", 0, 0, Long.MAX_VALUE);
    }

    /** Apart from the wall of pictures, which must not wait for the counts. */
    private void filters(Context ctx) {
        var wall = wall(ctx);
        var view = view(ctx, wall);
        var form = new FilterForm(
                wall,
                rows.facets().of(view),
                rows.coded().coded(view.project(), wall.filter().viewer()),
                gallery.countAll(view),
                rows.facets().unsearchable(view));
        if (ctx.header("HX-Request") != null) {
            ctx.html(shell.templates().imageFilters(view.project(), form).render());
        } else {
            var page = shell.access().page(ctx, "Filter images", "images");
            ctx.html(shell.templates().imageFilterPage(page, form).render());
        }
    }

    private void dossier(Context ctx) {
        var wall = wall(ctx);
        var view = view(ctx, wall);
        long id = Params.id(ctx, "image");
        var image = source.images()
                .find(view.project(), id)
                .orElseThrow(() -> source.images().absent(view.project(), id, "image"));
        var way = new Dossier.Way(
                wall,
                rows.walk().next(view, wall.order(), id, true).orElse(null),
                rows.walk().next(view, wall.order(), id, false).orElse(null));
        var dossier = Dossier.of(source, view.project(), image, wall.filter().viewer());
        ctx.html(shell.templates()
                .imageDossier(shell.access().page(ctx, image.name(), "images"), dossier, way)
                .render());
    }
}
