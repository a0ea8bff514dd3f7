package codeframe.report.study;

import codeframe.codebook.Unit;
import codeframe.web.Choice;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What intervals draw whole. As long as nobody chose, it is what the units are parts of: posts and videos where several
 * units are of one, every unit by itself where none are.
 *
 * @param chosen whether somebody said so
 */
public record Clustering(Cluster cluster, boolean chosen) {
    public static final Clustering USUAL = new Clustering(Cluster.IMAGE, false);

    static Clustering read(AddressReading address) {
        var cluster = address.word("cluster", Cluster.IMAGE, Cluster.values());
        return new Clustering(cluster, cluster.word().equals(address.text("cluster")));
    }

    /**
     * Of a variable. A post is no part of another, so each of them stands by itself.
     *
     * @param together whether several of the units are of one post or video
     */
    public Clustering of(Unit unit, BooleanSupplier together) {
        if (unit == Unit.POST) {
            return cluster == Cluster.POST ? new Clustering(Cluster.IMAGE, chosen) : this;
        }
        return !chosen && cluster == Cluster.IMAGE && together.getAsBoolean()
                ? new Clustering(Cluster.POST, false)
                : this;
    }

    /** Whether two units have one of these names; an empty one is nobody's. */
    public static boolean repeated(Collection<String> names) {
        var seen = new HashSet<String>();
        return names.stream().filter(name -> name != null && !name.isEmpty()).anyMatch(name -> !seen.add(name));
    }

    /** As though somebody had chosen it, so that it stays whatever else is looked at. */
    public Clustering kept() {
        return new Clustering(cluster, true);
    }

    /** In an address: nothing where nobody chose and every unit is by itself. */
    public String part() {
        return chosen || cluster != Cluster.IMAGE ? cluster.word() : "";
    }

    /** In a menu. */
    public String value() {
        return chosen ? cluster.word() : "";
    }

    public List<Choice> targets(Unit unit) {
        return choices(unit, Cluster::target);
    }

    public List<Choice> titles(Unit unit) {
        return choices(unit, Cluster::title);
    }

    /** A post is no part of another. */
    private List<Choice> choices(Unit unit, Function<Cluster, String> words) {
        var usual = new Choice("", "as usual" + (chosen ? "" : ": " + unit.said(words.apply(cluster))));
        return Stream.concat(
                        Stream.of(usual),
                        Stream.of(Cluster.values())
                                .filter(one -> one != Cluster.POST || unit != Unit.POST)
                                .map(one -> new Choice(one.word(), unit.said(words.apply(one)))))
                .toList();
    }
}
