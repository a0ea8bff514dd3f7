package codeframe.statistics.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The clusters that units come from, where limits are to speak about new clusters like these.
 *
 * @param kind what they are, in the plural: accounts, posts
 * @param members the units with gold; one that belongs to several clusters is a member of each
 * @param ofMember the cluster of every member
 * @param said by cluster, how often each class was predicted for its units, with gold or without, abstentions last
 */
public record Clusters(String kind, Predictions members, List<String> ofMember, Map<String, double[]> said) {
    /** How many have gold. */
    public long drawn() {
        return new HashSet<>(ofMember).size();
    }

    /** How many members have this class in gold. */
    public long uses(int label) {
        return IntStream.of(members.gold()).filter(gold -> gold == label).count();
    }

    /** How many clusters have gold of this class. */
    public long holding(int label) {
        return IntStream.range(0, ofMember.size())
                .filter(member -> members.gold()[member] == label)
                .mapToObj(ofMember::get)
                .distinct()
                .count();
    }
}
