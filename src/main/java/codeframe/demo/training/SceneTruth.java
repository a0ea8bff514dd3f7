package codeframe.demo.training;

import codeframe.demo.DrawnScene;
import codeframe.demo.Fact;
import codeframe.demo.Kind;
import java.util.Collection;

/** What a picture shows, or what a caption says, as bits: one for each kind and each fact. */
record SceneTruth(long kinds, long facts) {
    static SceneTruth of(DrawnScene drawing) {
        return new SceneTruth(1L << drawing.kind().ordinal(), bits(drawing.facts()));
    }

    static SceneTruth said(Kind kind, Collection<Fact> facts) {
        return new SceneTruth(1L << kind.ordinal(), bits(facts));
    }

    static SceneTruth said(Collection<Fact> facts) {
        return new SceneTruth(0, bits(facts));
    }

    private static long bits(Collection<Fact> facts) {
        long bits = 0;
        for (var fact : facts) {
            bits |= 1L << fact.ordinal();
        }
        return bits;
    }
}
