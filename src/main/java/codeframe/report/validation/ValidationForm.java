package codeframe.report.validation;

import codeframe.codebook.Unit;
import codeframe.codebook.Variable;
import codeframe.report.study.AgreementChoices;
import codeframe.report.study.Basis;
import codeframe.report.study.GroupChoices;
import codeframe.report.study.ReportedCoder;
import codeframe.web.Choice;
import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What may be validated against gold, and what is chosen. */
public record ValidationForm(
        ValidationQuestion question,
        List<Problem.Mistake> mistakes,
        List<Variable> variables,
        List<ReportedCoder> coders,
        Basis basis,
        List<String> accounts) {
    public boolean possible() {
        return possible(coders, variables);
    }

    static boolean possible(List<ReportedCoder> coders, List<Variable> variables) {
        return coders.size() > 1 && !variables.isEmpty() && coders.stream().anyMatch(ReportedCoder::isGold);
    }

    public List<Choice> variableChoices() {
        return variables.stream()
                .map(variable -> new Choice(variable.key(), variable.label()))
                .toList();
    }

    /** Runs first, for they are what is usually validated against gold. */
    public List<ReportedCoder> machines() {
        return coders.stream()
                .filter(coder -> !coder.isGold())
                .sorted(Comparator.comparing(
                        (ReportedCoder coder) -> !coder.kind().equals("run")))
                .toList();
    }

    /** Whose answers are looked at, in a word or two. */
    public String summary() {
        return AgreementChoices.summary(machines().stream().filter(this::chosen).toList(), machines());
    }

    /** Tick boxes for the categories of the variable. */
    public Optional<GroupChoices> groups() {
        return variables.stream()
                .filter(variable -> variable.key().equals(question.key()))
                .map(variable -> GroupChoices.of(variable, question.recode()))
                .filter(GroupChoices::possible)
                .findFirst();
    }

    /** What the chosen variable is asked of; a post or a video counts once, however often its images were posted. */
    public Unit unit() {
        return unit(question.key());
    }

    public Unit unit(String key) {
        return variables.stream()
                .filter(variable -> variable.key().equals(key))
                .map(Variable::unit)
                .findFirst()
                .orElse(Unit.IMAGE);
    }

    /** How many of the further choices are not the usual ones. */
    public long further() {
        var usual = ValidationQuestion.NONE;
        var scope = question.scope();
        return Stream.of(
                        question.gold() > 0 && question.gold() != usualGold(),
                        question.review() != usual.review(),
                        question.annotators() != usual.annotators(),
                        !question.by().isEmpty(),
                        question.unit() != usual.unit(),
                        !scope.account().isEmpty(),
                        !scope.from().isEmpty(),
                        !scope.to().isEmpty())
                .filter(set -> set)
                .count();
    }

    private long usualGold() {
        return coders.stream()
                .filter(ReportedCoder::isGold)
                .map(ReportedCoder::id)
                .findFirst()
                .orElse(0L);
    }

    public boolean chosen(ReportedCoder coder) {
        return question.machines().contains(coder.id());
    }

    /** Gold first. */
    public List<Choice> goldChoices() {
        return coders.stream()
                .sorted(Comparator.comparing((ReportedCoder coder) -> !coder.isGold()))
                .map(coder -> new Choice(Long.toString(coder.id()), coder.name() + " (" + coder.kind() + ")"))
                .toList();
    }

    /** Of the sample whose gold counts. */
    public List<Choice> goldSampleChoices() {
        long asked = question.scope().sample();
        var choices =
                AgreementChoices.sampleChoices(basis, basis.of(List.of(unit())).gold(), List.of(unit()), asked);
        choices.removeIf(choice -> basis.samples().stream()
                .anyMatch(sample -> sample.id() != asked
                        && !sample.estimates()
                        && choice.value().equals(Long.toString(sample.id()))));
        return choices;
    }

    /** Of images to look at. */
    public List<Choice> imageChoices() {
        var choices = new ArrayList<>(List.of(new Choice("", "all images")));
        basis.samples().stream()
                .filter(sample ->
                        sample.id() == question.scope().sample() || (sample.estimates() && sample.unit() == unit()))
                .forEach(sample -> choices.add(new Choice(Long.toString(sample.id()), AgreementChoices.named(sample))));
        return choices;
    }

    public List<Choice> accountChoices() {
        var choices = new ArrayList<>(List.of(new Choice("", "all accounts")));
        accounts.forEach(account -> choices.add(Choice.of(account)));
        return choices;
    }

    public static List<Choice> reviewChoices() {
        return Arrays.stream(UndecidedRule.values())
                .map(review -> new Choice(review.word(), review.title()))
                .toList();
    }

    public static List<Choice> annotatorChoices() {
        return Arrays.stream(Annotators.values())
                .map(kind -> new Choice(kind.word(), kind.title() + ", ε = " + kind.epsilon()))
                .toList();
    }

    public static List<Choice> groupChoices() {
        return List.of(
                new Choice("", "not by group"), new Choice("account", "by account"), new Choice("week", "by week"));
    }
}
