package codeframe.llm.speech;

import codeframe.db.Json;
import codeframe.feature.work.FeatureRuns;
import codeframe.feature.work.FeatureTasks;
import codeframe.image.Gallery;
import codeframe.llm.server.LlmServer;
import codeframe.project.Events;
import codeframe.web.Dollars;
import codeframe.web.NumberText;
import codeframe.web.Problem;
import java.util.List;
import java.util.Optional;

/** What writing down will cost, and the start of it, for the page and for scripts. */
final class SpeechStart {
    private final Speech.Rows rows;
    private final SpeechClient client;
    private final FeatureTasks tasks;
    private final Gallery gallery;
    private final Events events;

    SpeechStart(Speech.Rows rows, SpeechClient client, FeatureTasks tasks, Gallery gallery, Events events) {
        this.rows = rows;
        this.client = client;
        this.tasks = tasks;
        this.gallery = gallery;
        this.events = events;
    }

    List<LlmServer> servers(long project) {
        return rows.servers().servers(project);
    }

    List<String> languages() {
        return rows.sources().languages();
    }

    Optional<SpeechSettings> lastSettings(long project) {
        return rows.speech().lastSettings(project).map(json -> json.as(SpeechSettings.class));
    }

    private List<SpeechRows.Video> videos(Gallery.View view, boolean again) {
        return rows.speech().videos(view.project(), gallery.all(view), again);
    }

    SpeechEstimate estimate(Gallery.View view, boolean again) {
        return SpeechEstimate.of(videos(view, again));
    }

    /** Why nothing may be sent to the chosen server, as a sentence. */
    Optional<String> objection(SpeechForm form) {
        return form.servers().isEmpty()
                ? Optional.of("The project has no server yet. Add one that offers audio/transcriptions first.")
                : form.chosen().flatMap(client::objection);
    }

    /** @param form checked */
    long start(Gallery.View view, SpeechForm form, long user) {
        objection(form).ifPresent(sentence -> {
            throw new Problem.Invalid(sentence);
        });
        var server = form.chosen().orElseThrow();
        var videos = videos(view, form.again());
        var cap = SpeechForm.dollars(form.cap()).orElseThrow();
        var order = new FeatureRuns.Order(
                view.project(), form.name(), Speech.ORIGIN, form.language(), Json.of(form.settings(server)), user);
        long source = rows.ledger()
                .begin(
                        order,
                        videos.stream().map(SpeechRows.Video::id).toList(),
                        cap,
                        form.dollars(SpeechEstimate.of(videos)));
        events.add(
                view.project(),
                user,
                "began to have %s written down by %s on %s as %s, for at most %s"
                        .formatted(
                                NumberText.count(videos.size(), "video", "videos"),
                                form.model(),
                                server.name(),
                                form.name(),
                                Dollars.text(cap)));
        tasks.begin(source);
        return source;
    }
}
