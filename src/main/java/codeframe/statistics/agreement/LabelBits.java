package codeframe.statistics.agreement;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/** A set of labels as bits, so that what two sets share is counted and not looked up. */
record LabelBits(long[] words, int size) {
    static <T> List<LabelBits> of(List<? extends Set<? extends T>> sets) {
        var places = new HashMap<T, Integer>();
        sets.forEach(set -> set.forEach(label -> places.putIfAbsent(label, places.size())));
        return sets.stream()
                .map(set -> {
                    var bits = new BitSet(places.size());
                    set.forEach(label -> bits.set(places.get(label)));
                    return new LabelBits(bits.toLongArray(), set.size());
                })
                .toList();
    }

    int shared(LabelBits other) {
        int shared = 0;
        for (int i = 0; i < Math.min(words.length, other.words.length); i++) {
            shared += Long.bitCount(words[i] & other.words[i]);
        }
        return shared;
    }
}
