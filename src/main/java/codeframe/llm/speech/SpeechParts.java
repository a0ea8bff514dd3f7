package codeframe.llm.speech;

import codeframe.image.Spoken;
import codeframe.image.video.SoundReader;
import codeframe.image.video.SoundTrack;
import codeframe.image.video.VideoRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Has a sound written down whole, or in parts where it is longer than servers take: each is paid for and kept by itself, and
 * when all are there they become one transcript.
 */
final class SpeechParts {
    /** OpenAI takes 25 MB at once, and by some models 1,500 seconds (platform.openai.com/docs/guides/speech-to-text). */
    private static final long MOST_BYTES = 24_000_000;

    private static final long MOST_MS = 1_400_000;

    /** Of a part: even where FLAC saves nothing it is less than 20 MB. */
    private static final long PART_MS = 600_000;

    /** Of a part that is cut where it is quiet in its last fifth. */
    static final long LEAST_SECONDS = PART_MS * 4 / 5 / 1000;

    /** What a server does not take although it is as short as that, it takes no part of. */
    private static final long LEAST_MS = 30_000;

    private final SpeechRows rows;
    private final SoundReader sounds;
    private final SpeechAsking asking;

    /** How long a sound may be at most, so that two parts take the place of one, by servers and models that did not take a longer one. */
    private final Map<String, Long> taken = new ConcurrentHashMap<>();

    SpeechParts(SpeechRows rows, SoundReader sounds, SpeechAsking asking) {
        this.rows = rows;
        this.sounds = sounds;
        this.asking = asking;
    }

    /** @return for how long to rest; zero where the source goes no further; nothing where it goes on */
    Optional<Duration> write(SpeechTurn turn, SoundReader.Opened opened)
            throws IOException, VideoRefused, InterruptedException {
        var track = opened.track().orElseThrow();
        var model = turn.server().id() + " " + turn.settings().model();
        boolean whole = track.ms() <= MOST_MS && Files.size(track.file()) <= MOST_BYTES;
        long usual = whole ? track.ms() : PART_MS;
        long at = known(turn);
        while (at < track.ms()) {
            if (!rows.hold(turn.source(), turn.image())) {
                return asking.leave(turn);
            }
            var part = sounds.part(
                    opened, track, at, sounds.cut(track, at, Math.min(usual, taken.getOrDefault(model, usual))));
            var asked = asking.ask(turn, new SpeechAsking.Piece(part, part.ms() > LEAST_MS, part.ms() == track.ms()));
            if (asked.rest().isPresent()) {
                return asked.rest();
            }
            switch (asked.next()) {
                case PART -> at = part.to();
                case SHORTER_PART -> taken.merge(model, part.ms() * 6 / 10, Math::min);
                case VIDEO -> {
                    return Optional.empty();
                }
            }
        }
        rows.join(turn, transcript(turn, track));
        return Optional.empty();
    }

    /** Until when it is written down: it is gone through in its order. */
    private long known(SpeechTurn turn) {
        var parts = rows.parts(turn.source(), turn.image());
        return parts.isEmpty() ? 0 : parts.get(parts.size() - 1).toMs();
    }

    private SpokenVideo transcript(SpeechTurn turn, SoundTrack track) {
        var parts = rows.parts(turn.source(), turn.image());
        var failed = parts.stream().filter(SpeechRows.Part::isFailed).toList();
        var spoken = parts.stream().filter(part -> !part.text().isEmpty()).toList();
        var remarks = new ArrayList<String>();
        if (!track.remark().isEmpty()) {
            remarks.add(track.remark());
        }
        if (spoken.isEmpty() && !failed.isEmpty()) {
            return SpokenVideo.failed(failed.get(0), String.join(" ", remarks));
        }
        failed.forEach(part -> remarks.add("From %s to %s nothing was written down: %s"
                .formatted(time(part.fromMs()), time(part.toMs()), part.error())));
        return new SpokenVideo(
                spoken.isEmpty() ? "empty" : "done",
                spoken.stream().map(SpeechRows.Part::text).collect(Collectors.joining("\n")),
                segments(parts, spoken),
                null,
                String.join(" ", remarks));
    }

    private static String time(long ms) {
        return new Spoken(ms, ms, "").time();
    }

    /** A part without times has those of its ends; a sound that was sent whole has none. */
    private static List<Spoken> segments(List<SpeechRows.Part> parts, List<SpeechRows.Part> spoken) {
        var all = new ArrayList<Spoken>();
        for (var part : spoken) {
            var own = part.spoken();
            if (!own.isEmpty()) {
                all.addAll(own);
            } else if (parts.size() > 1) {
                all.add(new Spoken(part.fromMs(), part.toMs(), part.text()));
            }
        }
        return all;
    }
}
