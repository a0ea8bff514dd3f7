package codeframe.report.export;

import codeframe.web.Params;
import codeframe.web.Problem;
import io.javalin.http.Context;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which codes an address asks for: {@code coder} and {@code variable}, repeated or with commas; all when absent.
 *
 * @param posts whether the wide form has a row for each post that shows a picture, or one for the picture
 */
public record ExportRequest(
        Set<Long> coders, Set<String> variables, boolean marked, WideColumnNames names, boolean posts) {
    static ExportRequest of(Context ctx) {
        var coders = new LinkedHashSet<Long>();
        listed(ctx, "coder").forEach(text -> coders.add(coder(text)));
        return new ExportRequest(
                coders,
                listed(ctx, "variable"),
                Params.query(ctx, "bom").equals("1"),
                WideColumnNames.ofWord(Params.query(ctx, "names")),
                posts(Params.query(ctx, "unit"), Params.query(ctx, "form")));
    }

    /** The page offers it as a form of its own. */
    private static boolean posts(String unit, String form) {
        return switch (unit) {
            case "" -> form.equals("posts");
            case "image" -> false;
            case "post" -> true;
            default -> throw new Problem.Invalid("unit must be image or post.");
        };
    }

    private static Set<String> listed(Context ctx, String name) {
        var values = new LinkedHashSet<String>();
        for (var parameter : ctx.queryParams(name)) {
            for (var value : parameter.split(",")) {
                if (!value.isBlank()) {
                    values.add(value.strip());
                }
            }
        }
        return values;
    }

    private static long coder(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Problem.Invalid(
                    "coder must be the number of a coder, as the list of coders has it, not \"" + text + "\".");
        }
    }
}
