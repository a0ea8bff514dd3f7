package codeframe.report.validation;

import codeframe.codebook.Variable;
import codeframe.report.study.CodedRows;
import codeframe.report.study.Counted;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.VariableAnswers;
import codeframe.web.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a machine, or any coder that is held against gold, said; of a vote also what its voters did, and who they are. */
final class MachineReading {
    private static final List<Long> ALL_IMAGES = List.of();

    private final CodedRows rows;
    private final ValidationRows validation;

    MachineReading(CodedRows rows, ValidationRows validation) {
        this.rows = rows;
        this.validation = validation;
    }

    /** Its answers are of all its images, for they tell how common a class is beyond the sample. */
    MachineLabels of(
            long project,
            ReportedCoder machine,
            Variable variable,
            GoldSample goldSample,
            ValidationQuestion question) {
        rows.checkUnit(project, machine, variable);
        checkVoters(project, machine, variable, goldSample);
        var everywhere = question.scope().ofSample(0);
        var said = said(project, machine, variable, goldSample, question, ALL_IMAGES);
        var dealt = validation.dealt(project, machine.id(), goldSample.units(), everywhere);
        Map<Long, ValidationRows.Sureness> sureness = !question.recode().merges()
                ? validation.sureness(machine.id(), variable.key(), goldSample.units()).stream()
                        .collect(Collectors.toMap(ValidationRows.Sureness::image, Function.identity(), (a, b) -> b))
                : Map.of();
        return new MachineLabels(machine, said, MachineLabels.byImage(dealt), sureness);
    }

    private VariableAnswers said(
            long project,
            ReportedCoder machine,
            Variable variable,
            GoldSample goldSample,
            ValidationQuestion question,
            List<Long> images) {
        var said = new VariableAnswers(question.recode());
        rows
                .codesOf(
                        project,
                        List.of(machine.id()),
                        List.of(variable.key()),
                        Counted.ALL_CLOSED,
                        images,
                        question.scope().ofSample(0))
                .stream()
                .filter(row -> goldSample.counts(row) || row.standing().equals("handpicked"))
                .forEach(said::add);
        return said;
    }

    /** Who made the gold agrees with it, and so does a vote that counts them: the figure would be of nothing. */
    private void checkVoters(long project, ReportedCoder machine, Variable variable, GoldSample goldSample) {
        var both = votersOfGold(project, machine, variable, goldSample);
        if (!both.isEmpty()) {
            throw new Problem.Invalid(machine.name() + " counts the codes of " + String.join(", ", both)
                    + ", and these codes made the gold: it cannot be validated on it. Validate it on gold that others"
                    + " made, or vote again without them.");
        }
    }

    /** Names of those whose codes a vote counts and who have made the gold; nobody where the coder is no vote. */
    List<String> votersOfGold(long project, ReportedCoder coder, Variable variable, GoldSample goldSample) {
        return coder.isVote()
                ? validation.votersOfGold(
                        project, coder.id(), goldSample.gold().id(), variable.key(), goldSample.units())
                : List.of();
    }

    /** What a vote is worth beside its voters; nothing of what is no vote, or whose voters are gone. */
    Optional<VoteWorth> worth(
            long project,
            List<ReportedCoder> all,
            ValidationQuestion question,
            ValidationStudy.Asked asked,
            MachineLabels machine) {
        var voters = validation.voters(project, machine.machine().id()).stream()
                .flatMap(number -> all.stream().filter(coder -> coder.id() == number))
                .map(coder -> voter(project, coder, asked, question))
                .toList();
        if (voters.size() < 2) {
            return Optional.empty();
        }
        var changed = validation.changedVoters(
                project, machine.machine().id(), asked.goldSample().units());
        return Optional.of(new VoteJudging(asked).worth(machine, voters, changed));
    }

    /** Its answers are of the images with gold alone: nothing else of it is judged. */
    private MachineLabels voter(
            long project, ReportedCoder voter, ValidationStudy.Asked asked, ValidationQuestion question) {
        var said = said(
                project,
                voter,
                asked.variable(),
                asked.goldSample(),
                question,
                asked.goldSample().units());
        return new MachineLabels(voter, said, Map.of(), Map.of());
    }
}
