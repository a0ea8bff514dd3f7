package codeframe.web;

import java.util.stream.Stream;

/** An exception with what it wraps, from the outside in. */
public final class Causes {
    /** A chain of causes may run in a circle. */
    private static final int DEEPEST = 20;

    private Causes() {}

    public static Stream<Throwable> of(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }
}
