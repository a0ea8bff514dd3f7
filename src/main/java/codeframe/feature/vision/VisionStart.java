package codeframe.feature.vision;

import codeframe.db.Json;
import codeframe.feature.work.FeatureRuns;
import codeframe.feature.work.FeatureTasks;
import codeframe.image.Gallery;
import codeframe.project.Events;
import codeframe.web.Dollars;
import codeframe.web.NumberText;
import codeframe.web.Problem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What asking will cost, and the start of it, for the page and for scripts. */
public final class VisionStart {
    public static final String ORIGIN = "vision";

    private final VisionJob.Rows rows;
    private final FeatureTasks tasks;
    private final VisionClient door;
    private final Gallery gallery;
    private final Events events;
    private final Clock clock;

    public VisionStart(
            VisionJob.Rows rows, FeatureTasks tasks, VisionClient door, Gallery gallery, Events events, Clock clock) {
        this.rows = rows;
        this.tasks = tasks;
        this.door = door;
        this.gallery = gallery;
        this.events = events;
        this.clock = clock;
    }

    Optional<VisionSettings> lastSettings(long project) {
        return rows.runs().lastSettings(project, ORIGIN).map(json -> json.as(VisionSettings.class));
    }

    VisionEstimate estimate(Gallery.View view, List<VisionFeature> features) {
        var month = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        var since = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return VisionEstimate.of(
                gallery.countPictures(view),
                features,
                price(view.project()),
                rows.services().used(view.project(), since));
    }

    VisionPrice price(long project) {
        return rows.services().price(project, LocalDate.now(clock)).orElse(VisionPrice.DOCUMENTED);
    }

    /** Why nothing can be asked now, as a sentence. */
    Optional<String> objection(long project) {
        return rows.services()
                .service(project)
                .map(door::objection)
                .orElse(Optional.of("Enter the key of your Google Cloud project first."));
    }

    /** @param form checked */
    long start(Gallery.View view, VisionForm form, VisionEstimate estimate, long user) {
        long project = view.project();
        objection(project).ifPresent(sentence -> {
            throw new Problem.Invalid(sentence);
        });
        var images = gallery.pictures(view);
        var settings = Json.of(VisionSettings.of(form.features(), form.hintList()));
        var cap = form.dollars().orElseThrow();
        var order = new FeatureRuns.Order(project, form.name(), ORIGIN, "simple", settings, user);
        long source = rows.ledger().begin(order, images, cap, estimate);
        events.add(
                project,
                user,
                "began to ask %s about %s as %s, for at most %s"
                        .formatted(
                                VisionService.NAME,
                                NumberText.count(images.size(), "image", "images"),
                                form.name(),
                                Dollars.text(cap)));
        tasks.begin(source);
        return source;
    }

    void setCap(long project, long source, BigDecimal cap, long user) {
        if (!rows.ledger().setCap(project, source, cap)) {
            throw new Problem.Invalid("The cap stays as it is: more than " + Dollars.text(cap)
                    + " is spent or under way already, or this is no source with a cap.");
        }
        events.add(project, user, "set the cap of a source of features to " + Dollars.text(cap));
    }
}
