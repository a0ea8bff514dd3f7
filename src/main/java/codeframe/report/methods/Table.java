package codeframe.report.methods;

import java.util.List;

/** A table of an appendix; the first column is a name, the others are figures. */
public record Table(String caption, List<String> header, List<List<String>> rows) {
    String markdown() {
        var text = new StringBuilder("**" + caption + "**\n\n");
        text.append("| ").append(String.join(" | ", header)).append(" |\n|");
        for (int i = 0; i < header.size(); i++) {
            text.append(i == 0 ? " --- |" : " ---: |");
        }
        text.append('\n');
        for (var row : rows) {
            text.append("| ")
                    .append(String.join(
                            " | ",
                            row.stream().map(cell -> cell.replace("|", "\\|")).toList()))
                    .append(" |\n");
        }
        return text.append('\n').toString();
    }

    /** With the rules of the booktabs package. */
    String latex() {
        var text = new StringBuilder("\\begin{table}\n\\caption{" + Latex.escaped(caption) + "}\n\\begin{tabular}{l"
                + "r".repeat(header.size() - 1) + "}\n\\toprule\n");
        text.append(line(header)).append("\\midrule\n");
        rows.forEach(row -> text.append(line(row)));
        return text.append("\\bottomrule\n\\end{tabular}\n\\end{table}\n").toString();
    }

    private static String line(List<String> cells) {
        return String.join(" & ", cells.stream().map(Latex::escaped).toList()) + " \\\\\n";
    }
}
