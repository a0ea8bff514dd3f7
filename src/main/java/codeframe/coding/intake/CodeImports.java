package codeframe.coding.intake;

import codeframe.codebook.Codebook;
import codeframe.codebook.CodebookJson;
import codeframe.db.Json;
import codeframe.image.table.ImageNames;
import codeframe.table.Content;
import codeframe.table.Table;
import codeframe.web.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Takes human codes over from files: everything in a file is either stored or told with its reason. */
public final class CodeImports {
    private final Jdbi jdbi;

    public CodeImports(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param name of the file, for the list of imports */
    public record Uploaded(String name, byte[] bytes, long user) {
        /** What is made of a file is about so many times as large. */
        static final int IN_MEMORY = 10;

        /** JSON begins with a bracket; no table of codes does. */
        boolean isJson() {
            try {
                var start = Table.beginning(Content.of(bytes), 100).stripLeading();
                return start.startsWith("[") || start.startsWith("{");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public Kept any(long project, Uploaded file, ImportChoices naming) {
        return file.isJson() ? labelStudio(project, file, naming) : csv(project, file, naming);
    }

    public Kept csv(long project, Uploaded file, ImportChoices naming) {
        var version = version(project);
        var reading = new ImportedAnswers(codebook(version));
        if (file.isJson()) {
            throw new Problem.Invalid(
                    "This is JSON and no table. Send an export of Label Studio to codes/label-studio.");
        }
        return take(project, file, version, reading, CodesCsv.read(file.bytes(), naming, reading));
    }

    public Kept labelStudio(long project, Uploaded file, ImportChoices naming) {
        var version = version(project);
        var reading = new ImportedAnswers(codebook(version));
        var codes = file.isJson()
                ? LabelStudioFile.read(file.bytes(), naming, reading)
                : labelStudioTable(file, naming, reading);
        return take(project, file, version, reading, codes);
    }

    /** Label Studio exports tables too; any other table has its own address. */
    private static CodesFile labelStudioTable(Uploaded file, ImportChoices naming, ImportedAnswers reading) {
        if (!CodesCsv.isOfLabelStudio(file.bytes(), naming)) {
            throw new Problem.Invalid("This is no export of Label Studio: neither JSON nor a table with the columns"
                    + " annotation_id and annotator. Send tables of codes to codes.");
        }
        return CodesCsv.read(file.bytes(), naming, reading);
    }

    public List<Kept> all(long project) {
        return jdbi.onDemand(HumanCodes.class).all(project);
    }

    public Optional<Kept> kept(long project, long id) {
        return jdbi.onDemand(HumanCodes.class).kept(project, id);
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

    private Kept take(
            long project, Uploaded uploaded, HumanCodes.Version version, ImportedAnswers reading, CodesFile file) {
        return jdbi.inTransaction(handle -> {
            var rows = handle.attach(HumanCodes.class);
            rows.lock(project);
            var names = new ImageNames();
            rows.images(project).forEach(image -> names.add(image.id(), image.path()));
            var matching = new Matching(file, names, new UnitLeads(rows.led(project)), reading);
            var units = matching.units();
            var unmatched = matching.unmatched(units);
            var stored = new CodeStore(handle, project, version.id()).store(units.byCoder());
            var report = report(file, version.number(), unmatched, stored);
            return rows.keep(project, uploaded.name(), Json.of(report), uploaded.user());
        });
    }

    private static MatchReport report(
            CodesFile file, int version, List<MatchReport.Unmatched> unmatched, CodeStore.Stored stored) {
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
                file.notTaken(),
                remarks(file, stored));
    }

    /** A file from which nothing comes has a reason. */
    private static List<String> remarks(CodesFile file, CodeStore.Stored stored) {
        var remarks = new ArrayList<>(file.remarks());
        if (stored.codes() == 0 && file.answers().isEmpty()) {
            remarks.add("No code was taken: no row or task of the file holds an answer to a variable of the codebook.");
        }
        return remarks;
    }
}
