package codeframe.report.document;

import codeframe.statistics.agreement.Figure;
import java.time.Instant;
import java.util.Optional;

/** Numbers, days and figures in every language. */
public final class BilingualNumbers {
    private BilingualNumbers() {}

    public static Bilingual count(long n) {
        return Bilingual.in(language -> language.count(n));
    }

    /** "1 image", "12,345 images" */
    public static Bilingual count(long n, Noun noun) {
        return count(n).and(Bilingual.of(" ")).and(noun.of(n));
    }

    public static Bilingual decimal(double value, int digits) {
        return Bilingual.in(language -> language.decimal(value, digits));
    }

    /** 42.0 % of a share between 0 and 1 */
    public static Bilingual percent(double share) {
        return Bilingual.in(language -> language.decimal(share * 100, 1) + " %");
    }

    public static Bilingual percent(long part, long whole) {
        return whole == 0 ? new Bilingual("none", "nichts") : percent((double) part / whole);
    }

    /** A p-value with four digits; never a bare zero. */
    public static Bilingual p(double p) {
        return p < 0.0001 ? Bilingual.of("< ").and(decimal(0.0001, 4)) : decimal(p, 4);
    }

    /** A probability of being drawn, with as many digits as it needs. */
    public static Bilingual probability(double p) {
        return decimal(p, p < 0.001 ? 6 : 4);
    }

    public static Bilingual day(Instant at) {
        return Bilingual.in(language -> language.day(at));
    }

    /** "on 1 May 2026", or between two days. */
    public static Bilingual days(Instant from, Instant to) {
        var first = day(from);
        var last = day(to);
        return first.equals(last)
                ? new Bilingual("on " + first.english(), "am " + first.german())
                : new Bilingual(
                        "between " + first.english() + " and " + last.english(),
                        "zwischen dem " + first.german() + " und dem " + last.german());
    }

    /** 0.743 */
    public static Bilingual value(Figure figure) {
        return figure.number().isPresent()
                ? decimal(figure.number().getAsDouble(), 3)
                : Bilingual.said(((Figure.Undefined) figure).reason());
    }

    /** [0.683, 0.794], in German [0,683; 0,794], or nothing. */
    public static Bilingual limits(Figure figure) {
        return figure instanceof Figure.Estimate estimate
                ? estimate.interval()
                        .map(found -> new Bilingual("[", "[")
                                .and(decimal(found.low(), 3))
                                .and(new Bilingual(", ", "; "))
                                .and(decimal(found.high(), 3))
                                .and(Bilingual.of("]")))
                        .orElse(Bilingual.EMPTY)
                : Bilingual.EMPTY;
    }

    /** "0.743, 95 % CI [0.683, 0.794]", or in words why there is none. */
    public static Bilingual figure(Figure figure) {
        if (figure.number().isEmpty()) {
            return new Bilingual("undefined (", "nicht bestimmt (")
                    .and(Bilingual.said(((Figure.Undefined) figure).reason()))
                    .and(Bilingual.of(")"));
        }
        var limits = limits(figure);
        return limits.isBlank()
                ? value(figure)
                : value(figure).and(new Bilingual(", 95 % CI ", ", 95-%-KI ")).and(limits);
    }

    /** The same in a cell: "0.743 [0.683, 0.794]". */
    public static Bilingual cell(Figure figure) {
        var limits = limits(figure);
        return limits.isBlank()
                ? value(figure)
                : value(figure).and(Bilingual.of(" ")).and(limits);
    }

    /** How the limits of a figure were found; empty where it has none. */
    public static Bilingual method(Figure figure) {
        var method = figure instanceof Figure.Estimate estimate
                ? estimate.interval().map(found -> found.method())
                : Optional.<String>empty();
        return method.map(name -> new Bilingual(name, germanMethod(name))).orElse(Bilingual.EMPTY);
    }

    /** Pieces of the names of methods, longer ones first. */
    private static final String[][] GERMAN_METHODS = {
        {"large-sample BCa bootstrap", "BCa-Bootstrap für große Stichproben"},
        {"BCa bootstrap", "BCa-Bootstrap"},
        {"percentile bootstrap", "Perzentil-Bootstrap"},
        {
            "posterior of gold within each predicted class (Dirichlet, Jeffreys)",
            "A-posteriori-Verteilung des Goldstandards je vergebener Klasse (Dirichlet, Jeffreys)"
        },
        {"gold alone, Taylor linearisation", "Goldstandard allein, Taylor-Linearisierung"},
        {"Taylor linearisation, design-weighted", "Taylor-Linearisierung, nach dem Design gewichtet"},
        {"analytic (Gwet's linearisation)", "analytisch (Linearisierung nach Gwet)"},
        {"from the limits of both (Zou 2007)", "aus den Grenzen beider (Zou 2007)"},
        {"limits of both shares (MOVER)", "aus den Grenzen beider Anteile (MOVER)"},
        {
            "no unit differs: the largest difference that so few units could hide",
            "keine Einheit weicht ab: die größte Abweichung, die so wenige Einheiten verbergen könnten"
        },
        {"asymptotic (", "asymptotisch ("},
        {"Fisher's z", "Fishers z"},
        {"F (McGraw and Wong 1996)", "F (McGraw und Wong 1996)"},
        {"KALPHA-compatible (pairs resampled)", "wie KALPHA (Paare gezogen)"},
        {"double sampling", "doppelte Stichprobe"},
        {"post-stratified by machine label", "nachgeschichtet nach dem Code der Maschine"},
        {"design-based supervised learning, sandwich", "design-based supervised learning, Sandwich"},
        {"machine labels as they are, sandwich", "Codes der Maschine unverändert, Sandwich"},
        {"line weighted by 1/SE²", "Gerade, gewichtet mit 1/SE²"},
        {" of clusters, t", " von Clustern, t"},
        {"PPI++; limits: ", "PPI++; Grenzen: "},
        {"noncentral chi-squared", "nichtzentrales Chi-Quadrat"},
        {"variance components with missing cells", "Varianzkomponenten bei fehlenden Zellen"},
        {"jackknife", "Jackknife"},
        {"over clusters of units", "über Cluster von Einheiten"},
        {"over clusters", "über Cluster"},
        {"over units", "über Einheiten"},
        {"over ", "über "},
        {" accounts", " Konten"},
        {" posts", " Beiträge"},
        {"widened for ", "erweitert für "},
        {" of the units, of which nothing is known", " der Einheiten, von denen nichts bekannt ist"},
        {" of the units", " der Einheiten"},
        {"clusters of units", "Cluster von Einheiten"},
        {" for these coders", " für diese Codierenden"},
    };

    private static String germanMethod(String name) {
        var german = name;
        for (var piece : GERMAN_METHODS) {
            german = german.replace(piece[0], piece[1]);
        }
        return german;
    }
}
