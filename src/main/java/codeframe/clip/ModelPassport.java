package codeframe.clip;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of an installed model: from where, which files, how it is understood, and how its self-test ended.
 *
 * @param values that were published, held to what is found here
 * @param machines on which it was tested, the first first
 * @param changed whether its files are others than those of the test
 * @param running whether it is being tested now
 * @param failure why the last test of this life of the program did not come to its end, or empty
 */
public record ModelPassport(
        ModelFolder model,
        Optional<ModelSource> source,
        List<File> files,
        List<PublishedValue> values,
        List<Machine> machines,
        Optional<Instant> testedAt,
        boolean changed,
        boolean running,
        String failure) {

    /** @param against the hub's word about it, or empty */
    public record File(ModelFile file, String against) {}

    /**
     * @param since when it was first tested there
     * @param distance of its vectors from those of the first machine, in the same precision
     * @param untried whether there was no test before it to which it could be held
     * @param last whether the last test was there
     */
    public record Machine(
            String precision, double distance, boolean untried, Instant since, String computer, boolean last) {
        /** Whether they differ in the third digit or before. */
        public boolean far() {
            return distance >= DrawnVectors.THIRD_DIGIT;
        }

        /** Behind "its vectors". */
        public String words() {
            if (untried) {
                return "were tested for the first time";
            }
            return distance < DrawnVectors.ROUNDING
                    ? "are as at the first test"
                    : DrawnVectors.words(distance) + " from those at the first test";
        }
    }

    public boolean tested() {
        return testedAt.isPresent() && !changed;
    }

    public long wrong() {
        return values.stream().filter(value -> !value.equal()).count();
    }

    private Optional<Machine> here() {
        return machines.stream().filter(Machine::last).findFirst();
    }

    public String tone() {
        if (wrong() > 0) {
            return "bad";
        }
        return !tested() || here().map(Machine::far).orElse(false) ? "warn" : "good";
    }

    /** The outcome in one line, for the list and the head of the page. */
    public String sentence() {
        return (published() + " " + computed()).strip();
    }

    private String published() {
        if (values.isEmpty()) {
            return tested() ? "No published value is known that it could be held to." : "";
        } else if (wrong() > 0) {
            return wrong() + " of " + values.size() + " values are not as published.";
        }
        long family = values.stream().filter(PublishedValue::family).count();
        long own = values.size() - family;
        if (family == 0) {
            return "Equal to what was published of it (" + own + " of " + own + ").";
        }
        return "Its tokens are those published for its family (" + family + " of " + family + ")"
                + (own == 0 ? "." : "; what else was published of it is equal, too (" + own + " of " + own + ").");
    }

    private String computed() {
        if (running) {
            return "It is being tested now.";
        } else if (testedAt.isEmpty()) {
            return "Its vectors have not been tested yet; the first run does it.";
        } else if (changed) {
            return "Its files have changed, or were copied again, since its vectors were tested; the next run tests them"
                    + " again.";
        }
        return here().map(machine -> "Its vectors " + machine.words() + ".").orElse("");
    }
}
