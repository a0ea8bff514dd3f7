package codeframe.image;

import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** The gallery and the page of one image. */
public final class ImagePages {
    private final Gallery gallery;
    private final Images images;
    private final Dossier.Source source;
    private final Shell shell;

    /** What pages are drawn with. */
    public record Shell(Access access, Templates templates) {}

    public ImagePages(Gallery gallery, Images images, ImageCodes codes, TurnedPictures turned, Shell shell) {
        this.gallery = gallery;
        this.images = images;
        this.source = new Dossier.Source(images, codes, turned);
        this.shell = shell;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/images", this::gallery, Role.VIEWER);
        routes.get("/projects/{project}/images/filters", this::filters, Role.VIEWER);
        routes.get("/projects/{project}/images/{image}", this::dossier, Role.VIEWER);
    }

    private Gallery.View view(Context ctx) {
        var filter =
                ImageFilter.fromQuery(ctx.queryString()).seenBy(Access.user(ctx).id());
        return gallery.view(Access.project(ctx).id(), filter);
    }

    private void gallery(Context ctx) {
        var view = view(ctx);
        long after = Params.number(ctx, "after", 0, 0, Long.MAX_VALUE);
        var wall = new GallerySlice(view.project(), view.filter(), gallery.page(view, after), Gallery.PAGE);
        if (ctx.header("HX-Request") != null) {
            ctx.html(shell.templates().imageThumbs(wall).render());
        } else {
            var page = shell.access().page(ctx, "Images", "images");
            boolean first = after == 0;
            ctx.html(shell.templates()
                    .imageGallery(page, wall, gallery.count(view), first)
                    .render());
        }
    }

    /** Apart from the wall of pictures, which must not wait for the counts. */
    private void filters(Context ctx) {
        var view = view(ctx);
        var form = new FilterForm(view.filter(), gallery.facets(view), gallery.countAll(view));
        if (ctx.header("HX-Request") != null) {
            ctx.html(shell.templates().imageFilters(view.project(), form).render());
        } else {
            var page = shell.access().page(ctx, "Filter images", "images");
            ctx.html(shell.templates().imageFilterPage(page, form).render());
        }
    }

    private void dossier(Context ctx) {
        long project = Access.project(ctx).id();
        var image = images.find(project, Params.id(ctx, "image")).orElseThrow(() -> new Problem.NotFound("image"));
        var dossier = Dossier.of(source, project, image, Access.user(ctx).id());
        ctx.html(shell.templates()
                .imageDossier(shell.access().page(ctx, image.name(), "images"), dossier)
                .render());
    }
}
