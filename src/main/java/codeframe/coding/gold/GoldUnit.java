package codeframe.coding.gold;

import codeframe.codebook.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One variable of one image: what each coder said, and what became gold. */
public record GoldUnit(long image, Variable variable, List<Said> said, Optional<Gold> gold) {

    /** @param user null when the coder's account is gone */
    public record Said(
            long coder, long coding, String name, Long user, String note, boolean flagged, CoderAnswer answer) {}

    public record Gold(CoderAnswer answer, Rounds.Settled how) {
        public boolean adjudicated() {
            return how.provenance().equals("adjudicated");
        }
    }

    /** The codes it is settled from, as the gold keeps them. */
    public List<Golds.Source> sources() {
        return said.stream()
                .map(one -> new Golds.Source(
                        one.coding(),
                        one.coder(),
                        List.copyOf(one.answer().values()),
                        one.answer().state(),
                        one.note()))
                .toList();
    }

    /** Nobody answered it, so there is nothing to settle. */
    boolean blank() {
        return said.stream().allMatch(one -> one.answer().equals(CoderAnswer.MISSING));
    }

    /** One voice agrees with nobody. */
    boolean alone() {
        return said.size() < 2;
    }

    Optional<CoderAnswer> unanimous() {
        var first = said.get(0).answer();
        boolean all = said.stream().allMatch(one -> one.answer().equals(first));
        return alone() || !all || !first.decides() ? Optional.empty() : Optional.of(first);
    }

    /** What more than half say; half is a tie, and a tie is for a person to settle. */
    Optional<CoderAnswer> majority() {
        return said.stream().collect(Collectors.groupingBy(Said::answer, Collectors.counting())).entrySet().stream()
                .filter(answer -> !alone() && answer.getValue() * 2 > said.size())
                .map(Map.Entry::getKey)
                .filter(CoderAnswer::decides)
                .findFirst();
    }

    /** A person has to settle it: no rule did. */
    public boolean open() {
        return gold.isEmpty() && !alone() && !blank();
    }

    /** Whether it was a person's to settle, done or not. */
    public boolean contested() {
        return open() || gold.map(Gold::adjudicated).orElse(false);
    }

    public String name() {
        return image + ":" + variable.key();
    }

    /** Coder A, B, C: shuffled anew for every image, always the same for the same image. */
    public List<Said> shuffled(long seed) {
        var order = new ArrayList<>(said);
        Collections.shuffle(order, new Random(seed * 31 + image));
        return order;
    }

    public static String pseudonym(int place) {
        return "Coder " + (place < 26 ? String.valueOf((char) ('A' + place)) : String.valueOf(place + 1));
    }

    /** At most half of the coders say what this one says. */
    boolean dissents(long coder) {
        Function<Said, CoderAnswer> answer = Said::answer;
        var own = said.stream().filter(one -> one.coder() == coder).map(answer).findFirst();
        return own.isPresent()
                && said.stream().map(answer).filter(own.get()::equals).count() * 2 <= said.size();
    }
}
