package codeframe.feature.transcript;

import codeframe.db.Json;
import codeframe.feature.FeatureReport;
import codeframe.feature.FeatureSources;
import codeframe.image.table.ImageNames;
import codeframe.web.NumberText;
import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Takes transcripts over from files that are named as the videos they belong to; what is not taken is told by its file. */
public final class TranscriptImports {
    private static final int CHARACTERS_AT_ONCE = 4_000_000;
    private static final int LONGEST_NAME = 100;

    private final Jdbi jdbi;

    public TranscriptImports(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What is said beside the files.
     *
     * @param name of their source
     * @param language a text search configuration of PostgreSQL
     */
    record Order(String name, String language, String file, long user) {}

    /** The new source and what became of the files. */
    record Taken(long source, FeatureReport report) {}

    Taken take(long project, List<TranscriptFile> files, Order order) {
        check(order, files);
        // Files are read before anything is locked.
        var matching = new Matching(jdbi.onDemand(TranscriptRows.class).named(project));
        files.forEach(matching::add);
        return jdbi.inTransaction(handle -> {
            var report = matching.report(files.size());
            if (matching.said.isEmpty()) {
                throw new Problem.Invalid(
                        "None of the files was taken, so nothing was stored. %s Transcripts are named as their videos: clip.srt belongs to clip.mp4."
                                .formatted(matching.told.get(0).reason()));
            }
            long source = handle.attach(FeatureSources.class)
                    .add(project, order.name(), order.language(), order.file(), Json.of(report), order.user());
            store(handle, source, order.language(), List.copyOf(matching.said.values()));
            return new Taken(source, report);
        });
    }

    private void check(Order order, List<TranscriptFile> files) {
        var languages = jdbi.onDemand(FeatureSources.class).languages();
        if (files.isEmpty()) {
            throw new Problem.Invalid(
                    "Choose transcripts: SRT, VTT or Whisper's JSON, or a ZIP of them. There was none.");
        } else if (order.name().isBlank() || order.name().length() > LONGEST_NAME) {
            throw new Problem.Invalid("Name the source, for example by what wrote the transcripts, in at most "
                    + LONGEST_NAME + " characters.");
        } else if (!languages.contains(order.language())) {
            throw new Problem.Invalid("There is no search language \"" + order.language() + "\". There is "
                    + String.join(", ", languages) + ".");
        }
    }

    private static void store(Handle handle, long source, String language, List<TranscriptRows.Said> all) {
        var rows = handle.attach(TranscriptRows.class);
        int from = 0;
        long characters = 0;
        for (int i = 0; i < all.size(); i++) {
            characters += all.get(i).text().length();
            if (characters > CHARACTERS_AT_ONCE || i + 1 == all.size()) {
                rows.add(source, language, Json.of(all.subList(from, i + 1)));
                from = i + 1;
                characters = 0;
            }
        }
    }

    /** Which file belongs to which video: the first of two is taken. A file that fits no video may fit a picture. */
    private static final class Matching {
        private final ImageNames videos = new ImageNames();
        private final ImageNames pictures = new ImageNames();
        private final long of;
        private final Map<Long, TranscriptRows.Said> said = new LinkedHashMap<>();
        private final Map<Long, String> files = new LinkedHashMap<>();
        private final List<FeatureReport.Told> told = new ArrayList<>();
        private long row;
        private long matched;
        private long tellings;

        Matching(List<TranscriptRows.Named> named) {
            named.forEach(one -> (one.video() ? videos : pictures).add(one.id(), one.path()));
            boolean anyVideo = named.stream().anyMatch(TranscriptRows.Named::video);
            of = named.stream()
                    .filter(one -> one.video() == anyVideo)
                    .map(TranscriptRows.Named::id)
                    .distinct()
                    .count();
        }

        void add(TranscriptFile file) {
            row++;
            long image = find(file);
            if (image == 0) {
                return;
            }
            matched++;
            if (files.containsKey(image)) {
                tell(
                        "\"%s\" belongs to the same video as \"%s\", which was taken. Import it under another name of a source."
                                .formatted(file.name(), files.get(image)));
                return;
            }
            try {
                var transcript = file.read();
                if (transcript.skipped() > 0) {
                    tell("\"%s\": the time of %s could not be read; the rest was taken."
                            .formatted(file.name(), NumberText.count(transcript.skipped(), "part", "parts")));
                }
                said.put(image, TranscriptRows.Said.of(image, transcript));
                files.put(image, file.name());
            } catch (Problem.Invalid | Problem.TooLarge refused) {
                tell("\"%s\" was not taken. %s".formatted(file.name(), refused.getMessage()));
            }
        }

        private long find(TranscriptFile file) {
            var reason = "";
            for (var names : List.of(videos, pictures)) {
                for (var name : file.videoNames()) {
                    var found = names.find(name);
                    if (found.image() != 0) {
                        return found.image();
                    }
                    reason = reason.isEmpty() || found.reason().contains(" fits ") ? found.reason() : reason;
                }
            }
            tell("\"%s\" was not taken. %s".formatted(file.name(), reason));
            return 0;
        }

        private void tell(String reason) {
            tellings++;
            if (told.size() < FeatureReport.KEPT) {
                told.add(new FeatureReport.Told(row, reason));
            }
        }

        FeatureReport report(long all) {
            return new FeatureReport(all, matched, said.size(), of, List.copyOf(told), tellings, List.of(), List.of());
        }
    }
}
