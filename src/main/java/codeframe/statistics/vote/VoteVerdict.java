package codeframe.statistics.vote;

import java.util.OptionalInt;

/** What a vote comes to for one unit. */
public sealed interface VoteVerdict {
    /** @param confidence from 0 to 1, as the rule defines it */
    record Elected(int option, double confidence) implements VoteVerdict {
        @Override
        public OptionalInt label() {
            return OptionalInt.of(option);
        }
    }

    /** No option is ahead of all others by more than rounding. */
    record Unsure(double confidence) implements VoteVerdict {
        @Override
        public OptionalInt label() {
            return OptionalInt.empty();
        }
    }

    /** Fewer said something than were asked for. */
    record TooFew(int votes) implements VoteVerdict {
        @Override
        public OptionalInt label() {
            return OptionalInt.empty();
        }
    }

    /** The option elected, where one was. */
    OptionalInt label();
}
