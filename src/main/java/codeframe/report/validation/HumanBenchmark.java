package codeframe.report.validation;

import codeframe.codebook.Variable;
import codeframe.report.figures.AgreementQuestion;
import codeframe.report.figures.CodedVariable;
import codeframe.report.study.CodedVariables;
import codeframe.report.study.Recode;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.VariableAnswers;
import codeframe.statistics.agreement.Codes;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Jackknife;
import codeframe.statistics.agreement.Resampling;
import codeframe.statistics.agreement.Wilson;
import codeframe.statistics.validation.AltTest;
import codeframe.statistics.validation.Scoring;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Human benchmark on the same images, beside which a machine is to be read.
 *
 * @param between α among the people
 * @param altTest absent where no two people share two images
 */
public record HumanBenchmark(Figure between, List<OfHuman> each, Optional<AltTest> altTest) {
    private static final String NO_MAJORITY = "on no image do the others have a majority";

    /**
     * One of the people, against the majority of the others, with the machine against the same majority.
     *
     * @param n images that the person coded and on which the others have a majority
     * @param alpha of machine and person
     */
    public record OfHuman(String name, long n, Figure person, Figure machine, Figure alpha) {}

    /** @param answers of the people and, last among the coders, the machine */
    static HumanBenchmark of(
            Variable variable,
            Recode recode,
            VariableAnswers answers,
            List<ReportedCoder> coders,
            Annotators annotators) {
        var coded = CodedVariables.of(variable, recode, answers, coders);
        int people = coders.size() - 1;
        var others = coded.alphaOf(coded.codes().of(IntStream.range(0, people).toArray()));
        var asked = AgreementQuestion.DEFAULT;
        return new HumanBenchmark(
                people < 2
                        ? Figure.undefined("there are fewer than two people")
                        : Resampling.figure(others, asked.replicates(), asked.seed()),
                IntStream.range(0, people).mapToObj(j -> human(coded, j)).toList(),
                altTest(coded, annotators));
    }

    private static OfHuman human(CodedVariable coded, int human) {
        var codes = coded.codes();
        int machine = codes.coders() - 1;
        long n = 0;
        long person = 0;
        long machines = 0;
        for (int unit = 0; unit < codes.units(); unit++) {
            var majority = majority(codes, unit, human);
            if (majority.isPresent() && codes.code(unit, human) != Codes.MISSING) {
                n++;
                person += codes.code(unit, human) == majority.getAsInt() ? 1 : 0;
                machines += codes.code(unit, machine) == majority.getAsInt() ? 1 : 0;
            }
        }
        return new OfHuman(
                coded.coders().get(human),
                n,
                Wilson.figure((double) person, (double) n, NO_MAJORITY),
                Wilson.figure((double) machines, (double) n, NO_MAJORITY),
                Jackknife.figure(coded.alphaOf(codes.of(human, machine))));
    }

    /** Of the people but this one; a tie is no majority. */
    private static OptionalInt majority(Codes codes, int unit, int but) {
        var votes = new int[codes.categories()];
        for (int coder = 0; coder < codes.coders() - 1; coder++) {
            int code = codes.code(unit, coder);
            if (coder != but && code != Codes.MISSING) {
                votes[code]++;
            }
        }
        var first = IntStream.range(0, votes.length)
                .filter(k -> votes[k] > 0 && votes[k] == max(votes))
                .toArray();
        return first.length == 1 ? OptionalInt.of(first[0]) : OptionalInt.empty();
    }

    private static int max(int... votes) {
        return IntStream.of(votes).max().orElse(0);
    }

    private static Optional<AltTest> altTest(CodedVariable coded, Annotators annotators) {
        var codes = coded.codes();
        int people = codes.coders() - 1;
        var machine = IntStream.range(0, codes.units())
                .map(unit -> codes.code(unit, people))
                .toArray();
        var humans = codes.of(IntStream.range(0, people).toArray());
        return AltTest.of(humans, machine, scoring(coded), annotators.epsilon());
    }

    private static Scoring scoring(CodedVariable coded) {
        if (coded.sets().isPresent()) {
            return Scoring.similarity(coded.alphaOf(coded.codes()).distance(new double[0]));
        }
        return switch (coded.level()) {
            case NOMINAL -> Scoring.match();
            case ORDINAL, INTERVAL, RATIO -> Scoring.nearness(coded.values());
        };
    }

    /** The test in words. */
    public List<String> sentences() {
        var sentences = new ArrayList<String>();
        altTest.ifPresent(test -> {
            long beaten = test.humans().stream().filter(AltTest.Human::beaten).count();
            sentences.add(Replaceable.verdict(test, beaten));
            if (test.humans().size() < 3) {
                sentences.add(
                        "The test wants three people or more; with two its winning rate can only be 0, 0.5 or 1.");
            }
            if (test.humans().stream().anyMatch(human -> human.units() < 30)) {
                sentences.add(
                        "Where a person coded fewer than 30 of the images, signed ranks stand in for the t-test.");
            }
        });
        return sentences;
    }

    /** The name of a tested person. */
    public String name(AltTest.Human human) {
        return each.get(human.coder()).name();
    }
}
