package codeframe.image.archive;

import java.util.Arrays;
import java.util.Set;

/** Files that a file manager leaves behind unasked: not the researcher's, so skipped and only counted. */
public final class Junk {
    private static final Set<String> NAMES = Set.of(".DS_Store", "Thumbs.db", "desktop.ini", "__MACOSX");

    private Junk() {}

    public static boolean is(String path) {
        return Arrays.stream(path.split("[/\\\\]")).anyMatch(part -> NAMES.contains(part) || part.startsWith("._"));
    }
}
