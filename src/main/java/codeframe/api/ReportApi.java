package codeframe.api;

import codeframe.project.Access;
import codeframe.report.agreement.AgreementStudy;
import codeframe.report.agreement.OpenedFiles;
import codeframe.report.study.AddressReading;
import codeframe.report.study.AgreementOptions;
import codeframe.report.study.OtherSide;
import codeframe.report.study.ReportReaders;
import codeframe.report.study.ReportedVariables;
import codeframe.report.validation.ValidatedJson;
import codeframe.report.validation.ValidationQuestion;
import codeframe.report.validation.ValidationStudy;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.HashSet;

/** The reports of a project for scripts. */
public final class ReportApi {
    private final AgreementStudy agreement;
    private final ValidationStudy validation;
    private final ReportReaders readers;

    public ReportApi(AgreementStudy agreement, ValidationStudy validation, ReportReaders readers) {
        this.agreement = agreement;
        this.validation = validation;
        this.readers = readers;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/projects/{project}/agreement.json", this::agreement, Role.VIEWER);
        routes.get("/api/v1/projects/{project}/validation.json", this::validation, Role.VIEWER);
    }

    private void agreement(Context ctx) {
        var names = new HashSet<>(AgreementOptions.NAMES);
        names.addAll(OtherSide.NAMES);
        names.add("variable");
        var address = new AddressReading(ctx, agreement.offered(Access.project(ctx)), names);
        var key = address.text("variable");
        if (address.variable("variable", address.offered().variables(0)).isEmpty() && key.isEmpty()) {
            address.mistake("variable", "Name the variable, as variable=KEY.");
        }
        var options = AgreementOptions.read(address, ReportedVariables.only(key));
        var other = OtherSide.read(address, key);
        address.check();
        readers.check(Access.project(ctx), Access.user(ctx), options.scope());
        other.ifPresent(side -> readers.check(
                Access.project(ctx), Access.user(ctx), side.of(options).scope()));
        ctx.json(OpenedFiles.json(agreement.opened(Access.project(ctx), options, other, key)));
    }

    /** {@code run} names a run by its number, {@code coder} any coders; one of the two is needed. */
    private void validation(Context ctx) {
        var project = Access.project(ctx);
        var address = new AddressReading(ctx, validation.offered(project), ValidationQuestion.NAMES);
        var possible = ReportedVariables.chosen(address.offered().variables(0));
        var question = ValidationQuestion.read(address, validation.subject(project, address, possible));
        address.check();
        check(ctx, question);
        if (!question.asked()) {
            throw new Problem.Invalid("A validation needs a variable, and a run or at least one coder.");
        }
        ctx.json(ValidatedJson.of(validation.held(project, question)));
    }

    private void check(Context ctx, ValidationQuestion question) {
        readers.check(Access.project(ctx), Access.user(ctx), question.scope());
        if (!question.by().isEmpty()) {
            readers.checkImages(Access.project(ctx), Access.user(ctx));
        }
    }
}
