package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.count;

import codeframe.codebook.Unit;
import codeframe.codebook.Variable;
import codeframe.report.document.Bilingual;
import codeframe.report.study.Cluster;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What figures count, in the cases that German sentences need. */
final class UnitWords {
    private UnitWords() {}

    /** "post", "Beitrag"; of several "posts", "Beiträge" */
    static Bilingual words(Unit unit, long n) {
        return new Bilingual(unit.words(n), unit.germanWords(n));
    }

    /** "40 posts", "40 Beiträge" */
    static Bilingual counted(long n, Unit unit) {
        return count(n).and(Bilingual.of(" ")).and(words(unit, n));
    }

    /** "40 posts", "40 Beiträgen": after a preposition such as "an", "von" or "aus". */
    static Bilingual countedOf(long n, Unit unit) {
        return count(n).and(Bilingual.of(" ")).and(n == 1 ? words(unit, 1) : of(unit));
    }

    /** "posts", "Beiträgen" */
    static Bilingual of(Unit unit) {
        var many = unit.germanWords(2);
        return new Bilingual(unit.many(), many.endsWith("s") ? many : many + "n");
    }

    /** "Posts", "Beiträge", as a heading */
    static Bilingual heading(Unit unit) {
        return new Bilingual(unit.heading(), unit.germanWords(2));
    }

    /** "each post", "jeder Beitrag" */
    static Bilingual each(Unit unit) {
        return new Bilingual("each " + unit.one(), (masculine(unit) ? "jeder " : "jedes ") + unit.germanWords(1));
    }

    /** "one post", "der einzelne Beitrag" */
    static Bilingual single(Unit unit) {
        return new Bilingual(
                "one " + unit.one(), (masculine(unit) ? "der einzelne " : "das einzelne ") + unit.germanWords(1));
    }

    /** "none of its posts is left", "keiner ihrer Beiträge ist noch vorhanden" */
    static Bilingual noneLeft(Unit unit) {
        return new Bilingual(
                "none of its " + unit.many() + " is left",
                (masculine(unit) ? "keiner ihrer " : "keines ihrer ") + unit.germanWords(2) + " ist noch vorhanden");
    }

    private static boolean masculine(Unit unit) {
        return unit == Unit.POST;
    }

    /** "about these posts", or "about new accounts like these; posts of an account were drawn together" */
    static Bilingual about(Cluster cluster, Bilingual units) {
        var about = switch (cluster) {
            case IMAGE -> new Bilingual("about these ", "für diese ").and(units);
            case POST ->
                new Bilingual("about new posts like these; ", "für neue Beiträge wie diese; ")
                        .and(units)
                        .and(new Bilingual(" of a post were", " eines Beitrags wurden"));
            case ACCOUNT ->
                new Bilingual("about new accounts like these; ", "für neue Konten wie diese; ")
                        .and(units)
                        .and(new Bilingual(" of an account were", " eines Kontos wurden"));
        };
        return cluster == Cluster.IMAGE ? about : about.and(new Bilingual(" taken together", " zusammengenommen"));
    }

    /** What all of them are asked of, or "units" where that differs. */
    static Bilingual common(Collection<Variable> variables) {
        var units = units(variables.stream());
        return units.size() == 1 ? words(units.get(0), 2) : new Bilingual("units", "Einheiten");
    }

    /** The same after a preposition. */
    static Bilingual commonOf(Collection<Variable> variables) {
        var units = units(variables.stream());
        return units.size() == 1 ? of(units.get(0)) : new Bilingual("units", "Einheiten");
    }

    static List<Unit> units(Stream<Variable> variables) {
        return variables.map(Variable::unit).distinct().sorted().toList();
    }
}
