package codeframe.api;

import codeframe.report.calculator.AgreementParameters;
import codeframe.report.calculator.CodeSheets;
import codeframe.report.calculator.JudgedSheets;
import codeframe.report.figures.AgreementJson;
import codeframe.report.figures.AgreementQuestion;
import codeframe.report.figures.AgreementReport;
import codeframe.report.figures.ValidationJson;
import codeframe.report.figures.ValidationReport;
import codeframe.table.Content;
import codeframe.table.Spooled;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/** The reports for a table of one's own, outside any project; nothing of it is stored. */
public final class CalculatorApi {
    private static final long LARGEST = 512_000_000;

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.post("/api/v1/agreement", this::agreement, Role.SIGNED_IN);
        routes.post("/api/v1/validation", this::validation, Role.SIGNED_IN);
    }

    private void agreement(Context ctx) {
        spooled(ctx, table -> agreement(ctx, table));
    }

    private void validation(Context ctx) {
        spooled(ctx, table -> validation(ctx, table));
    }

    private static void spooled(Context ctx, Consumer<Content> computing) {
        try (var table = Spooled.of(ctx.bodyInputStream(), LARGEST)) {
            computing.accept(table);
        } catch (codeframe.table.Unreadable tooLarge) {
            throw new Problem.TooLarge(tooLarge.getMessage() + " Nothing was computed.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void agreement(Context ctx, Content table) {
        var level = Params.query(ctx, "level");
        var asked = AgreementParameters.of(
                level.isEmpty() ? "nominal" : level,
                Params.query(ctx, "categories"),
                Params.query(ctx, "weights"),
                replicates(ctx),
                seed(ctx));
        var sheet = CodeSheets.read(table, Params.query(ctx, "sheet"), asked.level(), asked.categories());
        var report = AgreementReport.of(sheet.variable(), asked.question());
        ctx.json(AgreementJson.of(report, sheet.notes()));
    }

    private static void validation(Context ctx, Content table) {
        var sheet = JudgedSheets.read(table, Params.query(ctx, "sheet"), List.copyOf(ctx.queryParams("abstain")));
        var report = ValidationReport.of(sheet.judged(), new AgreementQuestion("", (int) replicates(ctx), seed(ctx)));
        ctx.json(ValidationJson.of(report, sheet.notes()));
    }

    private static long replicates(Context ctx) {
        return Params.number(ctx, "replicates", AgreementQuestion.DEFAULT.replicates(), 100, 100_000);
    }

    private static long seed(Context ctx) {
        return Params.number(ctx, "seed", AgreementQuestion.DEFAULT.seed(), Long.MIN_VALUE, Long.MAX_VALUE);
    }
}
