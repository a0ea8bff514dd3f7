package codeframe.report.methods;

import codeframe.report.agreement.AgreementStudy;
import codeframe.report.regression.Regressed;
import codeframe.report.study.Basis;
import codeframe.report.validation.Validated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The methods section of a study with its tables and checklist, all from what is in the database.
 *
 * @param regression where one was asked for
 * @param basis the samples that all of it rests on
 */
public record Methods(
        Study study,
        List<AgreementStudy.Opened> agreement,
        List<Validated> validations,
        Optional<Regressed> regression,
        Basis basis,
        List<String> reliability,
        List<String> validity,
        List<Table> tables,
        List<ChecklistItem> checklist) {

    /** What was asked for besides, in an address. */
    public String query() {
        return regression.map(regressed -> regressed.question().query()).orElse("");
    }

    /** What is written about, when, and from which data. */
    public record Study(String project, Instant madeAt, String hash, String version) {}
}
