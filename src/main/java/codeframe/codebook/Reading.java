package codeframe.codebook;

import java.util.List;

/** What became of a file that somebody handed in as a codebook. */
public sealed interface Reading {
    List<Mistake> mistakes();

    record Read(Codebook codebook) implements Reading {
        @Override
        public List<Mistake> mistakes() {
            return List.of();
        }
    }

    record Refused(List<Mistake> mistakes) implements Reading {}
}
