package codeframe.report.methods;

import codeframe.report.study.AgreementStudy;
import codeframe.report.study.Validated;
import java.time.Instant;
import java.util.List;

/** The methods section of a study with its tables and checklist, all from what is in the database. */
public record Methods(
        Study study,
        List<AgreementStudy.Opened> agreement,
        List<Validated> validations,
        List<String> reliability,
        List<String> validity,
        List<Table> tables,
        List<Item> checklist) {

    /** What is written about, when, and from which data. */
    public record Study(String project, Instant madeAt, String hash, String version) {}
}
