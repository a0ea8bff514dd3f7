package codeframe.report.validation;

import codeframe.report.figures.ReportPlots;
import codeframe.web.Links;
import java.util.List;

/** Where the images of a cell of a confusion table are shown. */
public record CellPath(String base, ValidationQuestion question) implements ReportPlots.CellLinks {
    public static CellPath of(long project, ValidationQuestion question, ValidatedRun held) {
        var one = question.with(List.of(held.machine().id()));
        return new CellPath("/projects/" + project + "/validation/images", one);
    }

    @Override
    public String path(String row, String column) {
        return base + question.query() + "&row=" + Links.encode(row) + "&column=" + Links.encode(column);
    }
}
