package codeframe.report.study;

import codeframe.db.Json;
import codeframe.templates.Templates;
import codeframe.web.NumberText;
import codeframe.web.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import gg.jte.Content;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;

/** A report as a file of its own: a table, JSON, or one HTML file that needs nothing else and prints well. */
public final class ReportFiles {
    public static final List<String> FORMS = List.of("csv", "json", "html");

    private final Templates templates;
    private final Clock clock;

    public ReportFiles(Templates templates, Clock clock) {
        this.templates = templates;
        this.clock = clock;
    }

    /** What a report is in its three forms; each is made when it is asked for. */
    public record Forms(String name, String title, List<String> words, Text csv, Tree json, Content html) {
        @FunctionalInterface
        public interface Text {
            String make();
        }

        @FunctionalInterface
        public interface Tree {
            JsonNode make();
        }
    }

    /** @param form csv, json or html */
    public void send(Context ctx, String form, Forms report) {
        ctx.header("Content-Disposition", "attachment; filename=\"" + report.name() + "." + form + "\"");
        switch (form) {
            case "csv" ->
                ctx.contentType("text/csv; charset=utf-8").result(report.csv().make());
            case "json" ->
                ctx.contentType("application/json")
                        .result(Json.of(report.json().make()).text());
            case "html" -> ctx.html(standalone(report, "en"));
            default -> throw new Problem.NotFound("page");
        }
    }

    /** @param language of its text, as HTML names it */
    public String standalone(Forms report, String language) {
        var made = "Made by Codeframe on " + NumberText.moment(clock.instant()) + ".";
        return templates
                .reportStandalone(report.title(), report.words(), made, Stylesheet.TEXT, report.html(), language)
                .render();
    }
}
