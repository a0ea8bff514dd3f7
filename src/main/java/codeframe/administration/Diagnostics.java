package codeframe.administration;

import codeframe.db.JobFailures;
import codeframe.db.Json;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What somebody who is to help needs to know, as a file that may be sent on: no keys, no passwords, no e-mail addresses, no
 * names of people or studies, no codes and no images. Why something failed stays as it was told, without what looks like a
 * secret; a name that stands in such a sentence stays too.
 */
public final class Diagnostics {
    private final InstallationFacts facts;
    private final Map<String, String> settings;
    private final Supplier<Redaction> redactions;
    private final Clock clock;

    /**
     * @param settings as they may be shown: by name, and whether they were set or to what harmless value
     * @param redactions with the secrets of the moment
     */
    public Diagnostics(
            InstallationFacts facts, Map<String, String> settings, Supplier<Redaction> redactions, Clock clock) {
        this.facts = facts;
        this.settings = settings;
        this.redactions = redactions;
        this.clock = clock;
    }

    private record Size(long project, long people, long images, long bytes, long runs) {}

    private record Failed(String kind, String number, String at, String reason) {}

    private record Going(String task, String instance, String node, int failures, String reason) {}

    /** Pretty-printed JSON. */
    String json() {
        var redaction = redactions.get();
        var system = facts.system();
        var all = new LinkedHashMap<String, Object>();
        all.put("madeAt", clock.instant());
        all.put("program", system.version());
        all.put("settings", settings);
        all.put("machine", system.machine());
        all.put("database", system.database());
        all.put("tables", system.tables());
        all.put("projects", projects());
        all.putAll(jobs(facts.jobs(), redaction));
        return redaction.known(Json.of(all).tree()).toPrettyString() + "\n";
    }

    private List<Size> projects() {
        return facts.installation().projects(10_000).stream()
                .map(one -> new Size(one.id(), one.people(), one.images(), one.bytes(), one.runs()))
                .toList();
    }

    private Map<String, Object> jobs(InstallationFacts.JobFacts jobs, Redaction redaction) {
        var all = new LinkedHashMap<String, Object>();
        all.put("nodes", jobs.nodes());
        all.put("jobs", jobs.going().stream().map(job -> going(job, redaction)).toList());
        all.put("waiting", jobs.waiting());
        all.put(
                "failures",
                jobs.failures().stream().map(one -> failed(one, redaction)).toList());
        all.put(
                "givenUp",
                jobs.givenUp().stream().map(one -> givenUp(one, redaction)).toList());
        return all;
    }

    private static Going going(JobRows.Job job, Redaction redaction) {
        return new Going(job.task(), job.instance(), job.node(), job.failures(), redaction.foreign(job.reason()));
    }

    private static Failed failed(JobFailures.Failure failure, Redaction redaction) {
        return new Failed(
                failure.task(), failure.instance(), failure.at().toString(), redaction.foreign(failure.reason()));
    }

    private static Failed givenUp(JobRows.GivenUp one, Redaction redaction) {
        return new Failed(one.kind(), Long.toString(one.id()), one.at().toString(), redaction.foreign(one.reason()));
    }
}
