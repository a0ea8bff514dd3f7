package codeframe.report.document;

import java.util.List;
import java.util.Map;

/** A document as LaTeX, to be put into a paper; tables have the rules of booktabs. */
public final class Latex {
    private static final Map<Character, String> SPECIAL = Map.ofEntries(
            Map.entry('\\', "\\textbackslash{}"),
            Map.entry('&', "\\&"),
            Map.entry('%', "\\%"),
            Map.entry('$', "\\$"),
            Map.entry('#', "\\#"),
            Map.entry('_', "\\_"),
            Map.entry('{', "\\{"),
            Map.entry('}', "\\}"),
            Map.entry('~', "\\textasciitilde{}"),
            Map.entry('^', "\\textasciicircum{}"),
            Map.entry('"', "\\textquotedbl{}"),
            Map.entry('<', "\\textless{}"),
            Map.entry('>', "\\textgreater{}"),
            Map.entry('|', "\\textbar{}"),
            Map.entry('[', "{[}"),
            Map.entry(']', "{]}"),
            Map.entry('α', "$\\alpha$"),
            Map.entry('κ', "$\\kappa$"),
            Map.entry('λ', "$\\lambda$"),
            Map.entry('π', "$\\pi$"),
            Map.entry('ε', "$\\varepsilon$"),
            Map.entry('ω', "$\\omega$"),
            Map.entry('ρ', "$\\rho$"));

    private final Document document;
    private final Language language;
    private final StringBuilder text = new StringBuilder();

    private Latex(Document document, Language language) {
        this.document = document;
        this.language = language;
    }

    public static String of(Document document, Language language) {
        return new Latex(document, language).written();
    }

    private String written() {
        text.append("% ")
                .append(escaped(document.made().in(language)))
                .append("\n% needs \\usepackage[T1]{fontenc} and \\usepackage{booktabs,longtable}\n\n");
        document.sections().forEach(this::section);
        return text.toString();
    }

    private void section(Section section) {
        text.append("\\subsection*{")
                .append(escaped(section.title().in(language)))
                .append("}\n");
        section.paragraphs()
                .forEach(paragraph ->
                        text.append(escaped(Document.text(paragraph, language))).append("\n\n"));
        section.tables().forEach(this::table);
        section.verbatims().forEach(this::verbatim);
    }

    private void table(PrintedTable table) {
        int columns = table.header().size();
        text.append("\\begin{longtable}{")
                .append("l".repeat(table.texts()))
                .append("r".repeat(columns - table.texts()))
                .append("}\n\\caption*{")
                .append(escaped(document.caption(table, language)))
                .append("}\\\\\n\\toprule\n");
        line(table.header());
        text.append("\\midrule\n\\endhead\n");
        table.rows().forEach(this::line);
        text.append("\\bottomrule\n\\end{longtable}\n\n");
    }

    private void line(List<Bilingual> cells) {
        text.append(String.join(
                        " & ",
                        cells.stream().map(cell -> escaped(cell.in(language))).toList()))
                .append(" \\\\\n");
    }

    /** Line by line and escaped: nothing inside can end an environment. */
    private void verbatim(Verbatim verbatim) {
        text.append("\\paragraph{")
                .append(escaped(verbatim.title().in(language)))
                .append("}\n\\begin{quote}\\ttfamily\\small\n");
        verbatim.text().lines().forEach(line -> text.append(escaped(line)).append("\\par\n"));
        text.append("\\end{quote}\n\n");
    }

    static String escaped(String plain) {
        var escaped = new StringBuilder();
        for (char c : plain.replaceAll("\\s+", " ").toCharArray()) {
            escaped.append(SPECIAL.getOrDefault(c, String.valueOf(c)));
        }
        return escaped.toString();
    }
}
