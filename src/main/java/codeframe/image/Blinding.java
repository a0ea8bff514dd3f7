package codeframe.image;

import java.util.Set;

/** Whoever codes a sample sees neither other coders' nor machines' codes for it: the images this is true of. */
@FunctionalInterface
public interface Blinding {
    Blinding NONE = (project, user) -> Set.of();

    Set<Long> hidden(long project, long user);
}
