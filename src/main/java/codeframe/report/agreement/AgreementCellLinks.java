package codeframe.report.agreement;

import codeframe.report.figures.ReportLinks;
import codeframe.report.study.AgreementOptions;
import codeframe.report.study.ReportedCoder;
import codeframe.web.Links;
import java.util.List;

/** Addresses of the images behind every number of a variable's agreement, under the same lens. */
public record AgreementCellLinks(String path, AgreementOptions options, List<ReportedCoder> coders)
        implements ReportLinks {
    public String differing() {
        return path + options.query();
    }

    public String without(long coder) {
        var page = path.substring(0, path.lastIndexOf('/'));
        return page
                + new AgreementOptions(options.coders(), coder, options.scope(), options.recode(), options.intervals())
                        .query();
    }

    @Override
    public String category(String category) {
        return path + options.query("category=" + Links.encode(category));
    }

    @Override
    public String pair(String a, String b) {
        return path + options.query("a=" + number(a) + "&b=" + number(b));
    }

    @Override
    public String cell(String row, String column) {
        return path + options.query("row=" + Links.encode(row) + "&column=" + Links.encode(column));
    }

    private long number(String name) {
        return coders.stream()
                .filter(coder -> coder.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
