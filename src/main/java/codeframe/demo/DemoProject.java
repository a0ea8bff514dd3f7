package codeframe.demo;

import codeframe.codebook.Codebooks;
import codeframe.db.Json;
import codeframe.demo.Demos.Demo;
import codeframe.image.ImageFilter;
import codeframe.image.intake.Import;
import codeframe.image.intake.ImportOptions;
import codeframe.image.intake.Imports;
import codeframe.image.intake.Uploads;
import codeframe.image.video.PictureClip;
import codeframe.image.video.VideoRefused;
import codeframe.project.Events;
import codeframe.project.Projects;
import codeframe.run.RunControl;
import codeframe.run.RunOrders;
import codeframe.run.RunRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the demo project by the ways that people use: upload, codebook, run. Each step is remembered, so that a killed
 * program goes on where it was.
 */
public final class DemoProject {
    static final String NAME = "Demo: drawn campaign images";
    private static final Set<String> GOING = Set.of("queued", "running");
    private static final Logger LOG = LoggerFactory.getLogger(DemoProject.class);

    private final Jdbi jdbi;
    private final Demos demos;
    private final Imports imports;
    private final Uploads uploads;
    private final Runs runs;
    private final PictureClip clipMaker;

    /** What a run needs. */
    public record Runs(RunOrders orders, RunControl control) {}

    public DemoProject(Jdbi jdbi, Uploads uploads, Runs runs, PictureClip clipMaker) {
        this.jdbi = jdbi;
        this.uploads = uploads;
        this.runs = runs;
        this.clipMaker = clipMaker;
        demos = jdbi.onDemand(Demos.class);
        imports = jdbi.onDemand(Imports.class);
    }

    /** Does the next step; true when there is none left. */
    boolean step() throws IOException {
        var demo = demos.demo();
        if (demo.isEmpty()) {
            begin();
            return false;
        }
        return demo.get().finished() || demo.get().projectId() == null || proceed(demo.get());
    }

    /** Project and codebook, together with the note that they are there. */
    private void begin() {
        jdbi.useTransaction(handle -> {
            long project =
                    handle.attach(Projects.class).insert(NAME, true, null).id();
            handle.attach(Demos.class).begin(project);
            handle.attach(Demos.class).giveToFirstUser(project);
            var from = "The template \"" + DemoCodebook.TEMPLATE.title() + "\", and a question about whole posts.";
            handle.attach(Codebooks.class).publishFirst(project, DemoCodebook.codebook(), from);
        });
    }

    private boolean proceed(Demo demo) throws IOException {
        var upload = Optional.ofNullable(demo.importId()).flatMap(id -> imports.find(demo.projectId(), id));
        if (upload.isEmpty() || upload.get().uploading()) {
            upload(demo.projectId());
            return false;
        }
        return !upload.get().going() && label(demo, upload.get());
    }

    /** An upload that was broken off is left, as one that a person broke off would be, and made anew. */
    private void upload(long project) throws IOException {
        var posts = DemoPosts.all();
        var clips = clips(project);
        long id = uploads.begin(project, null, ImportOptions.NONE);
        demos.uploading(id);
        uploads.add(id, "drawn-images.zip", new ByteArrayInputStream(DemoArchive.zip(posts, clips)));
        uploads.add(id, "posts.csv", new ByteArrayInputStream(DemoPosts.table(posts, clips)));
        uploads.start(id);
    }

    /** None where no video can be made here, which the project's history says. */
    private List<DemoClips.Clip> clips(long project) throws IOException {
        var why = "ffmpeg is not installed on this server";
        if (clipMaker.isPossible()) {
            try {
                return DemoClips.all(clipMaker);
            } catch (VideoRefused refused) {
                why = refused.getMessage();
            }
        }
        LOG.warn("the demo project gets no video clips: {}", why);
        jdbi.onDemand(Events.class).add(project, null, "made the demo project without its two video clips: " + why);
        return List.of();
    }

    /**
     * Three runs over all drawings, as the notebooks would, as CLIP's authors do, and by the mean of scores; the coded sample;
     * what the drawings hold; and, once the runs are over, a vote of the three.
     */
    private boolean label(Demo demo, Import upload) {
        if (!upload.failed()) {
            if (demo.runId() == null) {
                run(demo.projectId(), "notebook", demos::running);
            }
            if (demo.secondRunId() == null) {
                run(demo.projectId(), "mean", demos::runningAgain);
            }
            if (demo.sampleId() == null) {
                new DemoSample(jdbi).make(demo.projectId());
            }
            if (demo.thirdRunId() == null) {
                run(demo.projectId(), "mean_logits", demos::runningOnceMore);
            }
            if (demo.featureSourceId() == null) {
                new DemoFeatures(jdbi).make(demo.projectId());
            }
            if (demos.voters().stream().map(Demos.Voter::state).anyMatch(GOING::contains)) {
                return false;
            }
            if (demo.voteRunId() == null) {
                vote(demo.projectId());
            }
        }
        demos.finish();
        LOG.info("the demo project is there");
        return true;
    }

    private void run(long project, String aggregation, LongConsumer remember) {
        start(project, "clip", "demo", Json.of(Map.of("aggregation", aggregation)), remember);
    }

    /** Of those that did not fail. */
    private void vote(long project) {
        var voters = demos.voters().stream()
                .filter(voter -> voter.state().equals("done"))
                .map(Demos.Voter::coder)
                .toList();
        if (voters.size() > 1) {
            start(project, "vote", "majority", Json.of(Map.of("voters", voters)), demos::voting);
        }
    }

    private void start(long project, String kind, String model, Json parameters, LongConsumer remember) {
        var request = new RunRequest(kind, model, List.of(DemoCoder.VARIABLE), parameters, ImageFilter.ALL, "1");
        var reading = runs.orders().read(project, request);
        reading.mistakes().forEach(mistake -> LOG.warn("the demo project gets no run: {}", mistake.message()));
        reading.order()
                .ifPresent(order ->
                        remember.accept(runs.control().start(order, null).id()));
    }
}
