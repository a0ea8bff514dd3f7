package codeframe.administration;

import codeframe.db.JobFailures;
import codeframe.db.Nodes;
import codeframe.web.Release;
import java.nio.file.Path;
import java.util.List;

/** Puts together what pages and diagnostics tell of the installation. */
public final class InstallationFacts {
    private static final int TABLES = 12;
    private static final int JOBS = 100;

    private final Installation installation;
    private final JobRows jobs;
    private final JobFailures failures;
    private final Nodes nodes;
    private final Path data;

    public InstallationFacts(Installation installation, JobRows jobs, JobFailures failures, Nodes nodes, Path data) {
        this.installation = installation;
        this.jobs = jobs;
        this.failures = failures;
        this.nodes = nodes;
        this.data = data;
    }

    /** Versions and room. */
    public record SystemFacts(
            String version,
            Machine machine,
            Installation.DatabaseFacts database,
            List<Installation.TableSize> tables) {}

    /** Nodes and their work. */
    public record JobFacts(
            List<Nodes.Node> nodes,
            List<JobRows.Job> going,
            List<JobRows.Waiting> waiting,
            List<JobRows.GivenUp> givenUp,
            List<JobFailures.Failure> failures) {
        /** What a node works on just now. */
        public List<JobRows.Job> of(Nodes.Node node) {
            return going.stream().filter(job -> node.name().equals(job.node())).toList();
        }

        /** What failed and is tried again. */
        public List<JobRows.Job> failing() {
            return going.stream().filter(job -> job.failures() > 0).toList();
        }

        /** At work on a node that is no longer known: it is taken over when the scheduler misses its heartbeats. */
        public List<JobRows.Job> orphaned() {
            return going.stream()
                    .filter(job -> job.node() != null
                            && nodes.stream().noneMatch(node -> node.name().equals(job.node())))
                    .toList();
        }
    }

    public Installation installation() {
        return installation;
    }

    public SystemFacts system() {
        return new SystemFacts(
                Release.version(), Machine.of(data), installation.database(), installation.tables(TABLES));
    }

    public JobFacts jobs() {
        return new JobFacts(nodes.all(), jobs.going(JOBS), jobs.waiting(), jobs.givenUp(JOBS), failures.latest(JOBS));
    }
}
