package codeframe.feature.intake;

import codeframe.image.Detection;
import codeframe.web.MemoryShare;
import codeframe.web.NumberText;
import codeframe.web.Problem;
import java.util.Collection;

/** Counts what the rows of a file take in memory while they are read, and refuses them before there is too much. */
final class RowMemory {
    private static final int ROW = 100;
    private static final int TEXT = 56;
    private static final int NOTHING = 8;
    private static final int THING = 48;
    private static final int CORNER = 32;

    private final long most;
    private long bytes;

    RowMemory() {
        this(MemoryShare.bytes());
    }

    RowMemory(long most) {
        this.most = most;
    }

    void add(long further) {
        bytes += further;
        if (bytes > most) {
            throw new Problem.TooLarge("What the file holds takes more than " + NumberText.bytes(most)
                    + " in memory, and this server allows one file no more. Nothing of it was kept. Send it in parts, or"
                    + " give the server more memory (-Xmx).");
        }
    }

    void row(Collection<String> cells) {
        add(ROW);
        cells.forEach(cell -> add(text(cell.length())));
    }

    /** As many cells of one row, which hold what was counted already. */
    void references(int cells) {
        add(ROW + (long) NOTHING * cells);
    }

    void things(Collection<Detection> things) {
        things.forEach(thing -> add(THING + (long) CORNER * thing.corners().size()));
    }

    /** A node of a tree. */
    void node(int characters) {
        add(ROW + text(characters));
    }

    private static long text(int characters) {
        return characters == 0 ? NOTHING : TEXT + 2L * characters;
    }
}
