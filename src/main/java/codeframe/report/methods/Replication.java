package codeframe.report.methods;

import codeframe.codebook.CodebookJson;
import codeframe.codebook.CodebookYaml;
import codeframe.db.Json;
import codeframe.project.Membership;
import codeframe.report.agreement.OpenedFiles;
import codeframe.report.export.CodeFiles;
import codeframe.report.methods.section.Material;
import codeframe.report.methods.section.MethodsRows;
import codeframe.report.regression.Regressed;
import codeframe.report.regression.RegressionQuestion;
import codeframe.report.regression.RegressionStudy;
import codeframe.report.results.Results;
import codeframe.report.results.ResultsQuestion;
import codeframe.report.results.ResultsStudy;
import codeframe.report.study.Selections;
import codeframe.report.study.StudySamples;
import codeframe.report.validation.Validated;
import codeframe.report.validation.ValidatedCsv;
import codeframe.report.validation.ValidatedRun;
import codeframe.user.User;
import codeframe.web.Problem;
import codeframe.web.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;

/** Everything that another team needs to compute the same figures, in one ZIP; the images themselves stay here. */
public final class Replication {
    private final Selections selections;
    private final CodeFiles codes;
    private final StudySamples samples;
    private final MethodsRows rows;
    private final ReplicationRows drawn;
    private final RegressionStudy regression;
    private final ResultsStudy results;

    /** Where it reads. */
    public record Rows(MethodsRows methods, ReplicationRows drawn) {}

    public Replication(
            Selections selections, CodeFiles codes, StudySamples samples, Rows rows, MethodsStudy.Studies studies) {
        this.selections = selections;
        this.codes = codes;
        this.samples = samples;
        this.rows = rows.methods();
        this.drawn = rows.drawn();
        this.regression = studies.regression();
        this.results = studies.results();
    }

    /** Strata may be a machine's labels, which whoever codes must not see. */
    static void check(Membership project) {
        if (project.asRole() == Role.CODER) {
            throw new Problem.Forbidden(
                    "The archive holds everybody's codes, which whoever codes does not see. An owner"
                            + " or a viewer can take it.");
        }
    }

    void write(Membership project, User user, MethodsFiles methods, OutputStream out) throws IOException {
        var found = methods.methods().material().found();
        try (var archive = new Archive(out)) {
            archive.text("README.md", ReplicationReadme.of(methods));
            codebooks(project.id(), archive);
            samples(project.id(), user, archive);
            var everything = selections.of(project, user, List.of(), List.of());
            archive.add("codes-long.csv", stream -> codes.writeLong(everything, stream));
            archive.add("codes-wide.csv", stream -> codes.writeWide(everything, stream));
            archive.text("runs.json", Json.of(rows.runs(project.id())).text());
            methods.write(archive);
            reports(found, archive);
            for (var validated : found.validations()) {
                for (var held : validated.runs()) {
                    labels(project, validated, held, archive);
                }
            }
            results(project, found, archive);
            if (found.regression().isPresent()) {
                Regressions.writeAsked(found.regression().get(), archive);
            }
        }
    }

    /** Those of the appendix; as long as none is kept there, the shares of every run that was held against gold. */
    private void results(Membership project, Material.Found found, Archive archive) throws IOException {
        var all = found.results().stream().map(Results::question).toList();
        if (found.kept().isEmpty()) {
            all = found.validations().stream()
                    .map(validated -> ResultsQuestion.plain(
                            validated.variable().key(),
                            validated.runs().get(0).machine().id()))
                    .toList();
        }
        for (int i = 0; i < all.size(); i++) {
            var name = (i + 1) + "-" + all.get(i).key();
            ResultsFiles.write(results.pair(project, all.get(i)), name, archive);
        }
    }

    /** The labels of a machine with gold and design, ready for regressions outside; the first category stands for y. */
    private void labels(Membership project, Validated validated, ValidatedRun held, Archive archive)
            throws IOException {
        var variable = validated.variable();
        var first = variable.values().get(0);
        var scope = validated.question().scope();
        var question =
                RegressionQuestion.share(variable.key(), first, held.machine().id(), scope);
        var name = variable.key() + "-coder-" + held.machine().id();
        Regressed regressed;
        try {
            regressed = regression.regressed(project, question);
        } catch (Problem.Invalid | Problem.NotFound | Problem.TooLarge without) {
            archive.text("regression/" + name + ".txt", "There is no table of these labels. " + without.getMessage());
            return;
        }
        Regressions.write(regressed, name, archive);
    }

    private void codebooks(long project, Archive archive) throws IOException {
        for (var version : rows.versions(project)) {
            var codebook = CodebookJson.read(version.content().text());
            archive.text("codebook/version-" + version.number() + ".yaml", CodebookYaml.write(codebook));
        }
    }

    private void samples(long project, User user, Archive archive) throws IOException {
        archive.table(
                "samples.csv",
                List.of(
                        "sample",
                        "name",
                        "purpose",
                        "design",
                        "frame_size",
                        "size",
                        "seed",
                        "overlap",
                        "coders_each",
                        "gold_rule",
                        "drawn_at",
                        "opened_at",
                        "unit"),
                csv -> samples.samples(project)
                        .forEach(sample -> csv.writeRecord(
                                Long.toString(sample.id()),
                                sample.name(),
                                sample.purpose(),
                                sample.design(),
                                Integer.toString(sample.frameSize()),
                                Integer.toString(sample.size()),
                                Long.toString(sample.seed()),
                                Float.toString(sample.overlap()),
                                Integer.toString(sample.codersEach()),
                                sample.goldRule(),
                                sample.createdAt().toString(),
                                Objects.toString(sample.openedAt(), ""),
                                sample.unit().word())));
        archive.table(
                "sample-images.csv",
                List.of("sample", "image", "sha256", "path", "stratum", "probability", "overlap"),
                csv -> drawn.drawn(project, user.id())
                        .forEach(image -> csv.writeRecord(
                                Long.toString(image.sampleId()),
                                Long.toString(image.image()),
                                image.sha256(),
                                image.path(),
                                image.stratum(),
                                Objects.toString(image.probability(), ""),
                                Boolean.toString(image.overlap()))));
        archive.table(
                "unit-images.csv",
                List.of("unit", "lead", "image", "sha256", "path", "position", "t_ms"),
                csv -> drawn.units(project)
                        .forEach(image -> csv.writeRecord(
                                image.unit(),
                                Long.toString(image.lead()),
                                Long.toString(image.image()),
                                image.sha256(),
                                image.path(),
                                Objects.toString(image.position(), ""),
                                Objects.toString(image.tMs(), ""))));
        archive.table(
                "removed-images.csv",
                List.of("sample", "image", "sha256", "path", "had_gold", "removed_at", "reason"),
                csv -> drawn.removed(project)
                        .forEach(image -> csv.writeRecord(
                                Long.toString(image.sampleId()),
                                Long.toString(image.image()),
                                image.sha256(),
                                image.path(),
                                Boolean.toString(image.gold()),
                                image.at().toString(),
                                image.reason())));
        archive.table(
                "gold.csv",
                List.of("path", "variable", "provenance", "reason", "error_type", "decided_at", "sources"),
                csv -> drawn.settled(project, user.id())
                        .forEach(gold -> csv.writeRecord(
                                gold.path(),
                                gold.variable(),
                                gold.provenance(),
                                gold.reason(),
                                gold.errorType(),
                                gold.decidedAt().toString(),
                                gold.sources())));
    }

    private static void reports(Material.Found found, Archive archive) throws IOException {
        for (var opened : found.agreement()) {
            archive.text("reports/agreement-" + opened.line().variable().key() + ".csv", OpenedFiles.csv(opened));
        }
        for (var validated : found.validations()) {
            archive.text(
                    "reports/validation-" + validated.variable().key() + "-coder-"
                            + validated.runs().get(0).machine().id() + ".csv",
                    ValidatedCsv.of(validated));
        }
    }
}
