package codeframe;

import codeframe.api.ImageApi;
import codeframe.api.ImportApi;
import codeframe.image.Gallery;
import codeframe.image.ImageCodes;
import codeframe.image.ImageFilePages;
import codeframe.image.ImageList;
import codeframe.image.ImagePages;
import codeframe.image.Images;
import codeframe.image.SavedSelections;
import codeframe.image.SelectionPages;
import codeframe.image.decode.ImageDecoder;
import codeframe.image.decode.ImageLimits;
import codeframe.image.intake.ColumnPages;
import codeframe.image.intake.ImportJob;
import codeframe.image.intake.ImportListPages;
import codeframe.image.intake.ImportPages;
import codeframe.image.intake.ImportReports;
import codeframe.image.intake.ImportTables;
import codeframe.image.intake.ImportTasks;
import codeframe.image.intake.Imports;
import codeframe.image.intake.Uploads;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Imports, the gallery, and the images themselves. */
final class ImageWiring {
    private ImageWiring() {}

    static Uploads mount(Kit kit, JavalinDefaultRoutingApi routes) {
        var uploads = mountImports(kit, routes);
        var images = kit.rows(Images.class);
        var shell = new ImagePages.Shell(kit.access(), kit.templates());
        var gallery = new Gallery(kit.jdbi());
        new ImagePages(gallery, images, kit.rows(ImageCodes.class), shell).mount(routes);
        new SelectionPages(kit.rows(SavedSelections.class), kit.access(), kit.templates()).mount(routes);
        new ImageFilePages(images).mount(routes);
        new ImageApi(gallery, new ImageList(kit.jdbi())).mount(routes);
        return uploads;
    }

    private static Uploads mountImports(Kit kit, JavalinDefaultRoutingApi routes) {
        var access = kit.access();
        var templates = kit.templates();
        var imports = kit.rows(Imports.class);
        var importTables = kit.rows(ImportTables.class);
        var reports = kit.rows(ImportReports.class);
        var importTasks = new ImportTasks(kit.jdbi(), job(kit), kit.clock(), kit.jobs());
        kit.tasks().addAll(importTasks.tasks());
        var uploads = new Uploads(imports, importTasks);
        new ImportPages(imports, uploads, reports, access, templates).mount(routes);
        new ColumnPages(imports, importTables, uploads, access, templates).mount(routes);
        new ImportListPages(imports, importTables, reports).mount(routes);
        new ImportApi(imports, uploads, reports).mount(routes);
        return uploads;
    }

    private static ImportJob job(Kit kit) {
        var limits = new ImageLimits(ImageLimits.DEFAULT.bytes(), kit.config().maxPixels());
        return new ImportJob(
                kit.jdbi(), new ImageDecoder(limits), Math.max(1, kit.config().workers()));
    }
}
