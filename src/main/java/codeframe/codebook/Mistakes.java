package codeframe.codebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/** Everything wrong that reading a file has come across so far. */
final class Mistakes {
    private final List<Mistake> found = new ArrayList<>();

    void add(Node at, String key, String message) {
        add(YamlTree.line(at.getStartMark()), key, message);
    }

    void add(int line, String key, String message) {
        found.add(new Mistake(line, key, message));
    }

    /** What the mistakes after the first so many are about. */
    Set<String> keysAfter(int count) {
        return found.stream().skip(count).map(Mistake::key).collect(Collectors.toSet());
    }

    int count() {
        return found.size();
    }

    List<Mistake> inOrder() {
        return found.stream().sorted(Comparator.comparingInt(Mistake::line)).toList();
    }
}
