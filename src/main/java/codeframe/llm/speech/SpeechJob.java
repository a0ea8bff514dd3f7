package codeframe.llm.speech;

import codeframe.feature.work.FeatureJob;
import codeframe.feature.work.FeatureRuns;
import codeframe.image.video.SoundReader;
import codeframe.image.video.VideoRefused;
import codeframe.llm.server.LlmServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Has the waiting videos of a source written down, one after the other. */
final class SpeechJob implements FeatureJob {
    private static final String NO_FFMPEG =
            "The sound cannot be taken out of videos, because ffmpeg is not installed on this server: install ffmpeg (it"
                    + " brings ffprobe), or set CODEFRAME_FFMPEG to where it lies.";

    private final FeatureRuns runs;
    private final SpeechRows rows;
    private final LlmServers servers;
    private final SoundReader sounds;
    private final SpeechAsking asking;
    private final SpeechParts parts;

    SpeechJob(FeatureRuns runs, SpeechRows rows, LlmServers servers, SoundReader sounds, SpeechAsking asking) {
        parts = new SpeechParts(rows, sounds, asking);
        this.runs = runs;
        this.rows = rows;
        this.servers = servers;
        this.sounds = sounds;
        this.asking = asking;
    }

    @Override
    public Optional<Duration> run(long source, BooleanSupplier over) throws InterruptedException {
        return FeatureJob.rounds(
                runs,
                source,
                1,
                over,
                (going, images) -> images.isEmpty() ? Optional.empty() : take(source, going, images));
    }

    private Optional<Duration> take(long source, FeatureRuns.Going going, List<Long> images)
            throws InterruptedException {
        var settings = going.settings().as(SpeechSettings.class);
        var server = servers.server(going.project(), settings.server());
        if (server.isEmpty()) {
            return asking.halt(source, images, "The server of this source is no longer there.");
        } else if (!sounds.isInstalled()) {
            return asking.halt(source, images, NO_FFMPEG);
        }
        var turn = new SpeechTurn(source, going, settings, server.get(), images.get(0));
        var rest = asking.rest(turn);
        return rest.isPresent() ? rest : take(turn);
    }

    private Optional<Duration> take(SpeechTurn turn) throws InterruptedException {
        try {
            var opened = sounds.open(turn.going().project(), turn.image());
            if (opened.isEmpty()) {
                return Optional.empty(); // removed, and its wait with it
            }
            try (var video = opened.get()) {
                return heard(turn, video);
            }
        } catch (VideoRefused refused) {
            return ended(turn, "unreadable", refused.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("the sound of video " + turn.image() + " was not taken out", e);
        }
    }

    private Optional<Duration> heard(SpeechTurn turn, SoundReader.Opened video)
            throws IOException, VideoRefused, InterruptedException {
        if (video.track().isEmpty()) {
            return ended(turn, "no_audio", null);
        }
        var track = video.track().get();
        if (!track.silent()) {
            return parts.write(turn, video);
        }
        return track.remark().isEmpty()
                ? ended(turn, "silent", null)
                : ended(turn, "unreadable", track.remark() + " What can be decoded is silent.");
    }

    private Optional<Duration> ended(SpeechTurn turn, String outcome, String error) {
        rows.settle(turn, SpokenVideo.ended(outcome, error));
        return Optional.empty();
    }
}
