package codeframe.api;

import codeframe.report.calculator.AgreementParameters;
import codeframe.report.calculator.Calculator;
import codeframe.report.figures.AgreementJson;
import codeframe.report.figures.AgreementQuestion;
import codeframe.report.figures.ValidationJson;
import codeframe.web.Params;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.util.List;

/** The reports for a table of one's own, outside any project; nothing of it is stored. */
public final class CalculatorApi {
    private final Calculator calculator;

    public CalculatorApi(Calculator calculator) {
        this.calculator = calculator;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.post("/api/v1/agreement", this::agreement, Role.SIGNED_IN);
        routes.post("/api/v1/validation", this::validation, Role.SIGNED_IN);
    }

    private void agreement(Context ctx) throws IOException {
        var level = Params.query(ctx, "level");
        var asked = AgreementParameters.of(
                level.isEmpty() ? "nominal" : level,
                Params.query(ctx, "categories"),
                Params.query(ctx, "weights"),
                replicates(ctx),
                seed(ctx));
        try (var table = calculator.taken(ctx.bodyInputStream())) {
            var computed = calculator.agreement(table, Params.query(ctx, "sheet"), asked);
            ctx.json(AgreementJson.of(computed.report(), computed.notes()));
        }
    }

    private void validation(Context ctx) throws IOException {
        var asked = new AgreementQuestion("", (int) replicates(ctx), seed(ctx));
        try (var table = calculator.taken(ctx.bodyInputStream())) {
            var computed = calculator.validation(
                    table, Params.query(ctx, "sheet"), List.copyOf(ctx.queryParams("abstain")), asked);
            ctx.json(ValidationJson.of(computed.report(), computed.notes()));
        }
    }

    private static long replicates(Context ctx) {
        return Params.number(ctx, "replicates", AgreementQuestion.DEFAULT.replicates(), 100, 100_000);
    }

    private static long seed(Context ctx) {
        return Params.number(ctx, "seed", AgreementQuestion.DEFAULT.seed(), Long.MIN_VALUE, Long.MAX_VALUE);
    }
}
