package codeframe.image.video;

import codeframe.db.Json;
import codeframe.image.decode.VideoFormat;
import codeframe.project.Events;
import codeframe.web.NumberText;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.LoggerFactory;

/** Chooses the frames of stored videos anew, one video after another in the background; what hangs on a frame keeps it. */
public final class FrameChoosing {
    private static final int TRIES = 3;
    private static final String GIVEN_UP =
            "The server failed three times while it worked on this video, whose frames are as"
                    + " they were. Its administrators find the reason in its log; choose the frames again once it is mended.";

    private final Jdbi jdbi;
    private final VideoTaking videos;
    private final SchedulerClient jobs;
    private final Events events;
    private final Clock clock;
    private final OneTimeTask<Void> task;

    public FrameChoosing(Jdbi jdbi, VideoTaking videos, SchedulerClient jobs, Events events, Clock clock) {
        this.jdbi = jdbi;
        this.videos = videos;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
        task = Tasks.oneTime("frames")
                .execute((one, context) -> run(Long.parseLong(one.getId().replaceFirst("-.*", ""))));
    }

    public Task<?> task() {
        return task;
    }

    /** @return of how many videos */
    int ask(long project, long image, boolean all, FrameRule rule) {
        int asked = jdbi.withExtension(FrameChoices.class, rows -> rows.ask(project, image, all, rule.json()));
        jobs.scheduleIfNotExists(task.instance(project + "-" + UUID.randomUUID()), clock.instant());
        return asked;
    }

    void run(long project) {
        var rows = jdbi.onDemand(FrameChoices.class);
        int videos = 0;
        int gone = 0;
        try {
            for (var next = rows.next(project); next.isPresent(); next = rows.next(project)) {
                try {
                    gone += choose(project, rows, next.get());
                    videos++;
                } catch (VideoRefused refused) {
                    rows.refuse(next.get().image(), next.get().wanted(), refused.getMessage());
                }
            }
        } finally {
            tell(project, videos, gone);
        }
    }

    private void tell(long project, int videos, int gone) {
        if (videos > 0) {
            events.add(
                    project,
                    null,
                    "finished choosing the frames of %s anew: %s on which nothing hung went"
                            .formatted(
                                    NumberText.count(videos, "video", "videos"),
                                    NumberText.count(gone, "frame", "frames")),
                    Json.of(Map.of("videos", videos, "gone", gone)));
        }
    }

    /**
     * What fails is tried again with the next run of the job, after the other videos.
     *
     * @return how many frames went
     */
    private int choose(long project, FrameChoices rows, FrameChoices.Waiting video) throws VideoRefused {
        if (video.tries() >= TRIES) {
            throw new VideoRefused(GIVEN_UP);
        }
        rows.begin(video.image(), video.wanted());
        try {
            return chosen(project, video);
        } catch (IOException | RuntimeException e) {
            if (video.tries() + 1 >= TRIES) {
                LoggerFactory.getLogger(FrameChoosing.class)
                        .warn("The frames of video {} are given up.", video.image(), e);
                throw new VideoRefused(GIVEN_UP);
            }
            throw new IllegalStateException("the frames of video " + video.image() + " were not chosen", e);
        }
    }

    private int chosen(long project, FrameChoices.Waiting video) throws IOException, VideoRefused {
        videos.reader().checkInstalled();
        var bytes = new VideoBytes(jdbi.onDemand(Videos.class), video.sha256(), 0, video.size());
        try (var folder = VideoFolder.of(bytes, Long.MAX_VALUE)) {
            var format = VideoFormat.ofMediaType(video.mediaType());
            var taken = videos.take(folder, format, FrameRule.of(video.wanted().tree()));
            return replace(project, video, taken);
        }
    }

    private int replace(long project, FrameChoices.Waiting video, TakenVideo taken) throws IOException {
        return jdbi.inTransaction(handle -> {
            var rows = handle.attach(FrameChoices.class);
            rows.lock(video.image());
            var chosen = taken.frames().stream().map(TakenVideo.Frame::ms).toList();
            var gone = rows.drop(video.image(), chosen);
            new VideoRows(handle, project).addFrames(video.image(), taken);
            var kept = rows.kept(video.image(), chosen);
            rows.number(
                    kept.stream().map(FrameChoices.Kept::id).toList(),
                    kept.stream().map(one -> taken.shotAt(one.ms())).toList());
            rows.lockBytes(gone);
            rows.dropBytes(gone);
            rows.chosen(video.image(), video.wanted());
            return gone.size();
        });
    }
}
