package codeframe.wiring;

import codeframe.api.ImageApi;
import codeframe.api.ImportApi;
import codeframe.api.PostApi;
import codeframe.image.CodedVariableRows;
import codeframe.image.Dossier;
import codeframe.image.Gallery;
import codeframe.image.GalleryFacets;
import codeframe.image.ImageCodes;
import codeframe.image.ImageFeatures;
import codeframe.image.ImageFilePages;
import codeframe.image.ImageList;
import codeframe.image.ImagePages;
import codeframe.image.ImageWalk;
import codeframe.image.Images;
import codeframe.image.PictureCodes;
import codeframe.image.PostPages;
import codeframe.image.Posts;
import codeframe.image.SavedSelections;
import codeframe.image.SelectionPages;
import codeframe.image.TurnedPictures;
import codeframe.image.WallRows;
import codeframe.image.decode.ImageDecoder;
import codeframe.image.decode.ImageLimits;
import codeframe.image.intake.ColumnPages;
import codeframe.image.intake.Correcting;
import codeframe.image.intake.CorrectionPages;
import codeframe.image.intake.Corrections;
import codeframe.image.intake.ImportJob;
import codeframe.image.intake.ImportListPages;
import codeframe.image.intake.ImportPages;
import codeframe.image.intake.ImportReports;
import codeframe.image.intake.ImportTables;
import codeframe.image.intake.ImportTasks;
import codeframe.image.intake.Imports;
import codeframe.image.intake.Uploads;
import codeframe.image.video.Ffmpeg;
import codeframe.image.video.FrameChoosing;
import codeframe.image.video.FramePages;
import codeframe.image.video.SoundReader;
import codeframe.image.video.VideoAnswer;
import codeframe.image.video.VideoFolder;
import codeframe.image.video.VideoLimits;
import codeframe.image.video.VideoReader;
import codeframe.image.video.VideoTaking;
import codeframe.image.video.Videos;
import codeframe.removal.RemovalPages;
import codeframe.removal.Removals;
import codeframe.removal.Removing;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.nio.file.Path;

/** Imports, the gallery, and the images themselves. */
public final class ImageWiring {
    private ImageWiring() {}

    public static Uploads mount(FeatureContext context, ImageDecoder decoder, JavalinDefaultRoutingApi routes) {
        var uploads = mountImports(context, decoder, routes);
        var images = context.rows(Images.class);
        var shell = new ImagePages.Shell(context.access(), context.templates());
        var gallery = new Gallery(context.jdbi());
        var source = new Dossier.Source(
                images,
                context.rows(ImageCodes.class),
                context.rows(ImageFeatures.class),
                context.rows(TurnedPictures.class),
                context.rows(Videos.class));
        new ImagePages(gallery, wallRows(context), source, shell).mount(routes);
        new PostPages(context.rows(Posts.class), context.rows(ImageCodes.class), shell).mount(routes);
        new SelectionPages(context.rows(SavedSelections.class), context.access(), context.templates()).mount(routes);
        VideoFolder.sweep(Path.of(System.getProperty("java.io.tmpdir")));
        new ImageFilePages(images, new VideoAnswer(context.rows(Videos.class))).mount(routes);
        var choosing = new FrameChoosing(
                context.jdbi(),
                videos(context, limited(context, decoder)),
                context.jobs(),
                context.events(),
                context.clock());
        context.tasks().add(choosing.task());
        new FramePages(context.rows(Videos.class), choosing, context.events()).mount(routes);
        new RemovalPages(
                        new Removing(context.jdbi(), gallery),
                        context.rows(Removals.class),
                        context.access(),
                        context.templates())
                .mount(routes);
        new ImageApi(gallery, new ImageList(context.jdbi())).mount(routes);
        new PostApi(context.rows(Posts.class), context.rows(ImageCodes.class)).mount(routes);
        return uploads;
    }

    private static WallRows wallRows(FeatureContext context) {
        return new WallRows(
                new ImageWalk(context.jdbi()),
                new GalleryFacets(context.jdbi()),
                context.rows(PictureCodes.class),
                context.rows(CodedVariableRows.class));
    }

    private static Uploads mountImports(FeatureContext context, ImageDecoder decoder, JavalinDefaultRoutingApi routes) {
        var access = context.access();
        var templates = context.templates();
        var imports = context.rows(Imports.class);
        var importTables = context.rows(ImportTables.class);
        var reports = context.rows(ImportReports.class);
        var importTasks = new ImportTasks(context.jdbi(), job(context, decoder), context.clock(), context.jobs());
        context.tasks().addAll(importTasks.tasks());
        var uploads = new Uploads(imports, importTasks);
        new ImportPages(imports, uploads, reports, access, templates).mount(routes);
        var corrections = context.rows(Corrections.class);
        new ColumnPages(imports, importTables, corrections, uploads, access, templates).mount(routes);
        var correcting = new Correcting(context.jdbi());
        new CorrectionPages(imports, corrections, correcting, uploads, access, templates).mount(routes);
        new ImportListPages(imports, importTables, reports).mount(routes);
        new ImportApi(imports, uploads, reports).mount(routes);
        return uploads;
    }

    private static ImportJob job(FeatureContext context, ImageDecoder decoder) {
        var limited = limited(context, decoder);
        return new ImportJob(
                context.jdbi(),
                limited,
                videos(context, limited),
                Math.max(1, context.config().workers()));
    }

    private static ImageDecoder limited(FeatureContext context, ImageDecoder decoder) {
        return decoder.limitedTo(
                new ImageLimits(ImageLimits.DEFAULT.bytes(), context.config().maxPixels()));
    }

    /** What is heard in videos. */
    static SoundReader sounds(FeatureContext context) {
        return new SoundReader(context.rows(Videos.class), reader(context));
    }

    private static VideoTaking videos(FeatureContext context, ImageDecoder decoder) {
        return new VideoTaking(reader(context), decoder);
    }

    private static VideoReader reader(FeatureContext context) {
        var config = context.config();
        var limits = VideoLimits.of(config.maxVideoBytes(), config.maxPixels(), config.videoTime());
        return new VideoReader(Ffmpeg.of(config.ffmpeg()), limits);
    }
}
