package codeframe.report.export;

import codeframe.codebook.Variable;
import codeframe.report.study.ReportedCoder;
import codeframe.web.Params;
import codeframe.web.Problem;
import io.javalin.http.Context;

/** What was chosen on the exports page. */
public record ExportForm(ExportRequest request, boolean wide, String format) {
    static ExportForm of(Context ctx) {
        var request = ExportRequest.of(ctx);
        boolean chosen = !Params.query(ctx, "chosen").isEmpty();
        if (chosen && request.coders().isEmpty()) {
            throw new Problem.Invalid("Choose at least one coder.");
        }
        if (chosen && request.variables().isEmpty()) {
            throw new Problem.Invalid("Choose at least one variable.");
        }
        return new ExportForm(request, !Params.query(ctx, "form").equals("long"), format(Params.query(ctx, "format")));
    }

    public boolean chose(ReportedCoder coder) {
        return request.coders().isEmpty() || request.coders().contains(coder.id());
    }

    public boolean chose(Variable variable) {
        return request.variables().isEmpty() || request.variables().contains(variable.key());
    }

    private static String format(String word) {
        return switch (word) {
            case "excel", "xlsx" -> word;
            case "", "csv" -> "csv";
            default -> throw new Problem.Invalid("format must be csv, excel or xlsx.");
        };
    }

    String fileName(String project) {
        var name = project.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return (name.isEmpty() ? "project" : name)
                + (!wide ? "-codes" : request.posts() ? "-posts" : "-images")
                + (xlsx() ? ".xlsx" : ".csv");
    }

    boolean xlsx() {
        return format.equals("xlsx");
    }

    String type() {
        return xlsx() ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8";
    }
}
