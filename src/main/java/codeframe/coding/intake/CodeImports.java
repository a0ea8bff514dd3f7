package codeframe.coding.intake;

import codeframe.codebook.Codebook;
import codeframe.codebook.CodebookJson;
import codeframe.web.Problem;
import java.util.HashSet;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Takes human codes over from files: everything in a file is either stored or told with its reason. */
public final class CodeImports {
    private final Jdbi jdbi;

    public CodeImports(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public MatchReport csv(long project, byte[] file, Naming naming) {
        var version = version(project);
        var reading = new AnswerReading(codebook(version));
        return take(project, version, reading, CodesCsv.read(file, naming, reading));
    }

    public MatchReport labelStudio(long project, byte[] file, Naming naming) {
        var version = version(project);
        return take(project, version, new AnswerReading(codebook(version)), LabelStudioFile.read(file, naming));
    }

    private HumanCodes.Version version(long project) {
        return jdbi.onDemand(HumanCodes.class)
                .codebook(project)
                .orElseThrow(
                        () -> new Problem.Invalid(
                                "This project has no published codebook yet. Publish one, so that the codes can be read by it."));
    }

    private static Codebook codebook(HumanCodes.Version version) {
        return CodebookJson.read(version.content().text());
    }

    private MatchReport take(long project, HumanCodes.Version version, AnswerReading reading, CodesFile file) {
        return jdbi.inTransaction(handle -> {
            var rows = handle.attach(HumanCodes.class);
            rows.lock(project);
            var names = new ImageNames();
            rows.images(project).forEach(image -> names.add(image.id(), image.path()));
            var matching = new Matching(file, names, reading);
            var units = matching.units();
            var unmatched = matching.unmatched(units);
            var stored = new CodeStore(handle, project, version.id()).store(units.byCoder());
            return report(file, version.number(), unmatched, stored);
        });
    }

    private static MatchReport report(
            CodesFile file, int version, List<CodesFile.Unmatched> unmatched, CodeStore.Stored stored) {
        var bad = new HashSet<Long>();
        unmatched.forEach(one -> bad.add(one.row()));
        long matched = file.rows().stream().filter(row -> !bad.contains(row)).count();
        return new MatchReport(
                file.rows().size(),
                matched,
                stored.codes(),
                stored.answers(),
                stored.added(),
                stored.changed(),
                stored.answers() - stored.added() - stored.changed(),
                file.blank(),
                version,
                stored.coders(),
                unmatched,
                file.notTaken());
    }
}
