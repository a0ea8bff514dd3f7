package codeframe.run;

import java.util.List;

/** Where a run stands: its outcomes add up to its images. */
public record RunProgress(Run run, List<Runs.Count> counts) {
    /** What was settled in the last so many seconds tells the speed. */
    static final int LATELY = 20;

    /** Every outcome that occurred, the frequent first. */
    public List<Runs.Count> outcomes() {
        return counts.stream()
                .filter(count -> count.outcome() != null)
                .sorted((a, b) -> Long.compare(b.n(), a.n()))
                .toList();
    }

    public long open() {
        return counts.stream()
                .filter(count -> count.outcome() == null)
                .mapToLong(Runs.Count::n)
                .sum();
    }

    public long settled() {
        return run.total() - open();
    }

    public long of(Outcome outcome) {
        return counts.stream()
                .filter(count -> count.outcome() == outcome)
                .mapToLong(Runs.Count::n)
                .sum();
    }

    public long coded() {
        return of(Outcome.CODED) + of(Outcome.PARTLY_CODED);
    }

    /** Images for which an earlier run had left behind what this one needed. */
    public long reused() {
        return counts.stream().mapToLong(Runs.Count::reused).sum();
    }

    /** Images a second of late; 0 when nothing was settled lately. */
    public double speed(java.time.Instant now) {
        long lately = counts.stream().mapToLong(Runs.Count::lately).sum();
        long since = run.startedAt() == null
                ? 0
                : java.time.Duration.between(run.startedAt(), now).toMillis();
        return lately * 1000.0 / Math.max(500, Math.min(LATELY * 1000L, since));
    }
}
