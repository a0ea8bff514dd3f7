package codeframe.codebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    int count() {
        return found.size();
    }

    List<Mistake> inOrder() {
        return found.stream().sorted(Comparator.comparingInt(Mistake::line)).toList();
    }
}
