package codeframe.report.study;

import codeframe.report.export.ExportCoder;
import codeframe.report.figures.ReportLinks;
import codeframe.web.Links;
import java.util.List;

/** Addresses of the images behind every number of a variable's agreement, under the same lens. */
public record BehindLinks(String path, Lens lens, List<ExportCoder> coders) implements ReportLinks {
    public String differing() {
        return path + lens.query();
    }

    public String without(long coder) {
        var page = path.substring(0, path.lastIndexOf('/'));
        return page + new Lens(lens.coders(), coder, lens.scope(), lens.recode(), lens.reckoning()).query();
    }

    @Override
    public String category(String category) {
        return path + lens.query("category=" + Links.encode(category));
    }

    @Override
    public String pair(String a, String b) {
        return path + lens.query("a=" + number(a) + "&b=" + number(b));
    }

    @Override
    public String cell(String row, String column) {
        return path + lens.query("row=" + Links.encode(row) + "&column=" + Links.encode(column));
    }

    private long number(String name) {
        return coders.stream()
                .filter(coder -> coder.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
