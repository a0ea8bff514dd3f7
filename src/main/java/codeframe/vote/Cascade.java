package codeframe.vote;

import codeframe.codebook.Variable;
import codeframe.image.LeftOpen;
import java.util.List;
import java.util.Optional;

/**
 * Who of several decides an image: the first who does not leave it open, and in the end the last.
 *
 * @param pass when an image is passed on, as {@link LeftOpen} has it
 */
record Cascade(List<Voter> voters, String pass) {
    /** Nobody where it was passed on to somebody who gave no answer. */
    Optional<Voter> decider(Variable variable, VotersAnswers answers, long image) {
        var earlier = voters.subList(0, voters.size() - 1);
        var last = voters.get(voters.size() - 1);
        var settled = pass.equals(LeftOpen.DIFFER)
                ? agreed(earlier, variable, answers, image)
                : earlier.stream()
                        .filter(voter -> sure(voter, variable, answers, image))
                        .findFirst();
        return settled.or(() -> Optional.of(last)
                .filter(voter ->
                        !answers.words(image, variable.key(), voter.coder()).isEmpty()));
    }

    private static Optional<Voter> agreed(List<Voter> earlier, Variable variable, VotersAnswers answers, long image) {
        var words = earlier.stream()
                .map(voter -> answers.words(image, variable.key(), voter.coder()))
                .distinct()
                .toList();
        boolean open = words.size() > 1
                || words.get(0).isEmpty()
                || answers.unsure(image, variable.key(), earlier.get(0).coder());
        return open ? Optional.empty() : Optional.of(earlier.get(0));
    }

    /** A confidence is kept as a real number of four bytes, and so is the least compared. */
    private boolean sure(Voter voter, Variable variable, VotersAnswers answers, long image) {
        if (answers.words(image, variable.key(), voter.coder()).isEmpty()
                || answers.unsure(image, variable.key(), voter.coder())) {
            return false;
        }
        return pass.equals(LeftOpen.UNSURE)
                || answers.confidence(image, variable.key(), voter.coder())
                        .map(confidence -> confidence.floatValue() >= Float.parseFloat(pass))
                        .orElse(true);
    }
}
