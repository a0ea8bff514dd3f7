package codeframe.api;

import codeframe.report.calculator.AgreementParameters;
import codeframe.report.calculator.Calculator;
import codeframe.report.calculator.LabelQuestion;
import codeframe.report.calculator.TableChoices;
import codeframe.report.figures.AgreementJson;
import codeframe.report.figures.AgreementQuestion;
import codeframe.report.figures.ValidationJson;
import codeframe.web.Params;
import codeframe.web.Role;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.util.List;
import java.util.Set;

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
            var computed = calculator.agreement(table, choices(ctx), asked);
            ctx.json(asked(AgreementJson.of(computed.report(), computed.allNotes()), computed.questions()));
        }
    }

    private void validation(Context ctx) throws IOException {
        var asked = new AgreementQuestion("", (int) replicates(ctx), seed(ctx));
        try (var table = calculator.taken(ctx.bodyInputStream())) {
            var computed = calculator.validation(table, choices(ctx), List.copyOf(ctx.queryParams("abstain")), asked);
            ctx.json(asked(ValidationJson.of(computed.report(), computed.allNotes()), computed.questions()));
        }
    }

    private static TableChoices choices(Context ctx) {
        return new TableChoices(
                Params.query(ctx, "sheet"),
                Params.query(ctx, "header"),
                Params.query(ctx, "unit"),
                List.copyOf(ctx.queryParams("coder")),
                Set.copyOf(ctx.queryParams("missing")),
                Set.copyOf(ctx.queryParams("keep")));
    }

    /** The values that may mean that there is no code, and how they were read. */
    private static ObjectNode asked(ObjectNode answer, List<LabelQuestion> questions) {
        var list = answer.putArray("questions");
        questions.forEach(question -> list.addObject()
                .put("value", question.value())
                .put("cells", question.cells())
                .put("readAs", question.missing() ? "missing" : "label"));
        return answer;
    }

    private static long replicates(Context ctx) {
        return Params.number(ctx, "replicates", AgreementQuestion.DEFAULT.replicates(), 100, 100_000);
    }

    private static long seed(Context ctx) {
        return Params.number(ctx, "seed", AgreementQuestion.DEFAULT.seed(), Long.MIN_VALUE, Long.MAX_VALUE);
    }
}
