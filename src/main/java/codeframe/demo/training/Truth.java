package codeframe.demo.training;

import codeframe.demo.Drawing;
import codeframe.demo.Fact;
import codeframe.demo.Kind;
import java.util.Collection;

/** What a picture shows, or what a caption says, as bits: one for each kind and each fact. */
record Truth(long kinds, long facts) {
    static Truth of(Drawing drawing) {
        return new Truth(1L << drawing.kind().ordinal(), bits(drawing.facts()));
    }

    static Truth said(Kind kind, Collection<Fact> facts) {
        return new Truth(1L << kind.ordinal(), bits(facts));
    }

    static Truth said(Collection<Fact> facts) {
        return new Truth(0, bits(facts));
    }

    /** Whether everything that the caption says holds here. */
    boolean holds(Truth caption) {
        return (caption.kinds & ~kinds) == 0 && (caption.facts & ~facts) == 0;
    }

    private static long bits(Collection<Fact> facts) {
        long bits = 0;
        for (var fact : facts) {
            bits |= 1L << fact.ordinal();
        }
        return bits;
    }
}
