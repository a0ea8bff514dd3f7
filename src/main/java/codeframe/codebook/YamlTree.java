package codeframe.codebook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** The nodes of a YAML 1.2 file, with its limits kept: size, depth, and what its aliases unfold to. */
final class YamlTree {
    static final int LONGEST_FILE = 2_000_000;
    private static final int DEEPEST = 20;
    private static final long LARGEST = 200_000;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setLabel("the codebook")
            .setCodePointLimit(LONGEST_FILE)
            .build();

    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<Anchor, Long> sizes = new HashMap<>();
    private long size;

    /** A collection that has begun: its anchor, and how many nodes came before it. */
    private record Open(Optional<Anchor> anchor, long before) {}

    private YamlTree() {}

    /** The root node, or empty with the mistake noted. */
    static Optional<Node> root(String text, Mistakes mistakes) {
        if (text.length() > LONGEST_FILE) {
            mistakes.add(1, "", "The file is longer than " + LONGEST_FILE / 1_000_000 + " MB; a codebook is smaller.");
            return Optional.empty();
        }
        try {
            var walk = new YamlTree();
            for (var event : new Parse(SETTINGS).parseString(text)) {
                walk.measure(event);
            }
            var root = new Compose(SETTINGS).composeString(text);
            if (root.isEmpty()) {
                mistakes.add(1, "", "The file is empty.");
            }
            return root;
        } catch (TooMuch tooMuch) {
            mistakes.add(tooMuch.line, "", tooMuch.getMessage());
        } catch (MarkedYamlEngineException wrong) {
            mistakes.add(line(wrong.getProblemMark().or(wrong::getContextMark)), "", sentence(wrong));
        } catch (ReaderException wrong) {
            mistakes.add(lineAt(text, wrong.getPosition()), "", "There is a character here that YAML does not allow.");
        } catch (YamlEngineException wrong) {
            mistakes.add(1, "", "This is not YAML: " + wrong.getMessage());
        }
        return Optional.empty();
    }

    static int line(Optional<Mark> mark) {
        return mark.map(m -> m.getLine() + 1).orElse(1);
    }

    private static String sentence(MarkedYamlEngineException wrong) {
        var context = wrong.getContext() == null ? "" : wrong.getContext() + ", ";
        return "This is not YAML: " + context + wrong.getProblem() + ".";
    }

    private static int lineAt(String text, int position) {
        var end = Math.max(0, Math.min(position, text.length()));
        return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    }

    /** An alias counts as much as what it repeats, so that a small file cannot unfold into a huge one. */
    private void measure(Event event) {
        if (event instanceof CollectionEndEvent) {
            var ended = open.pop();
            ended.anchor().ifPresent(anchor -> sizes.put(anchor, size - ended.before()));
        } else if (event instanceof AliasEvent alias) {
            size += sizes.getOrDefault(alias.getAlias(), LARGEST);
        } else if (event instanceof CollectionStartEvent start) {
            open.push(new Open(start.getAnchor(), size++));
        } else if (event instanceof NodeEvent node) {
            node.getAnchor().ifPresent(anchor -> sizes.put(anchor, 1L));
            size++;
        }
        if (open.size() > DEEPEST) {
            throw new TooMuch(event, "The file is nested deeper than " + DEEPEST + " levels.");
        }
        if (size > LARGEST) {
            throw new TooMuch(event, "The file holds, with its aliases (*name) written out, too many entries.");
        }
    }

    private static final class TooMuch extends RuntimeException {
        private final int line;

        TooMuch(Event event, String message) {
            super(message);
            line = YamlTree.line(event.getStartMark());
        }
    }
}
