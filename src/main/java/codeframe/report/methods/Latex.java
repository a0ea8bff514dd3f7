package codeframe.report.methods;

import java.util.Map;

/** Text as LaTeX wants it. */
final class Latex {
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
            Map.entry('α', "$\\alpha$"),
            Map.entry('κ', "$\\kappa$"),
            Map.entry('π', "$\\pi$"),
            Map.entry('ε', "$\\varepsilon$"),
            Map.entry('ω', "$\\omega$"),
            Map.entry('ρ', "$\\rho$"));

    private Latex() {}

    static String escaped(String text) {
        var escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            escaped.append(SPECIAL.getOrDefault(c, String.valueOf(c)));
        }
        return escaped.toString();
    }
}
