package codeframe.report.study;

import codeframe.codebook.Unit;
import codeframe.web.Choice;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a lens may be set to, and what it is set to.
 *
 * @param accounts of the project
 * @param images with answers that count
 */
public record AgreementChoices(
        AgreementOptions options,
        List<ReportedCoder> coders,
        Basis basis,
        List<Integer> versions,
        List<String> accounts,
        long images) {
    /** Of coders and an account, which stay as they are where a sentence is said of posts. */
    public List<String> names() {
        return Stream.concat(
                        coders.stream().map(ReportedCoder::name),
                        Stream.of(options.scope().account()))
                .toList();
    }

    public boolean chosen(ReportedCoder coder) {
        return options.coders().contains(coder.id());
    }

    /** Whether anything is chosen otherwise than the report opens. */
    public boolean changed() {
        boolean usual = coders.stream().allMatch(coder -> chosen(coder) == (!coder.isRun() && !coder.isGold()));
        return !usual
                || options.further() > 0
                || options.scope().sample() != 0
                || !options.recode().equals(Recode.NONE);
    }

    /** Whose codes are compared, in a word or two. */
    public String summary() {
        return summary(coders.stream().filter(this::chosen).toList(), coders);
    }

    public static String summary(List<ReportedCoder> chosen, List<ReportedCoder> of) {
        return chosen.size() > 2 || chosen.isEmpty()
                ? chosen.size() + " of " + of.size()
                : chosen.stream().map(ReportedCoder::name).collect(Collectors.joining(", "));
    }

    public List<Choice> sampleChoices(Collection<Unit> units) {
        return sampleChoices(basis, basis.reliability(), units, options.scope().sample());
    }

    /**
     * What reports rest on first, then every closed sample, then all of them together.
     *
     * @param asked is among them whatever it was drawn of: an address may name it, and a menu that has no such choice would
     *     ask for another one without a word
     */
    public static List<Choice> sampleChoices(Basis basis, Basis.Rest rest, Collection<Unit> units, long asked) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(
                "",
                rest.samples().isEmpty()
                        ? "all that is closed"
                        : rest.samples().stream()
                                .map(AgreementChoices::named)
                                .collect(Collectors.joining(" and ", "as reports do: ", ""))));
        basis.samples().stream()
                .filter(sample -> sample.id() == asked || (sample.counts() && units.contains(sample.unit())))
                .forEach(sample -> choices.add(new Choice(Long.toString(sample.id()), named(sample))));
        if (!rest.samples().isEmpty() || asked == Scope.TOGETHER) {
            choices.add(new Choice("all", "all that is closed, together"));
        }
        return choices;
    }

    public static String named(StudySamples.Drawn sample) {
        return sample.name() + " (" + sample.purpose() + ", " + sample.unit().count(sample.size()) + ")";
    }

    /** Samples to compare with; without a choice it is the same. */
    public List<Choice> otherSamples(Unit unit, long asked) {
        return same(sampleChoices(basis, basis.reliability(), List.of(unit), asked));
    }

    public List<Choice> otherVersions() {
        return same(versionChoices());
    }

    private static List<Choice> same(List<Choice> choices) {
        var others = new ArrayList<>(choices);
        others.set(0, new Choice("", "the same"));
        return others;
    }

    public List<Choice> versionChoices() {
        var choices = new ArrayList<>(List.of(new Choice("", "any version")));
        versions.forEach(number -> choices.add(new Choice(number.toString(), "version " + number)));
        return choices;
    }

    public List<Choice> accountChoices() {
        var choices = new ArrayList<>(List.of(new Choice("", "all accounts")));
        accounts.forEach(account -> choices.add(Choice.of(account)));
        return choices;
    }

    public List<Choice> withoutChoices() {
        var choices = new ArrayList<>(List.of(new Choice("", "nobody")));
        coders.stream()
                .filter(this::chosen)
                .forEach(coder -> choices.add(new Choice(Long.toString(coder.id()), coder.name())));
        return choices;
    }

    public AgreementChoices with(AgreementOptions other) {
        return new AgreementChoices(other, coders, basis, versions, accounts, images);
    }

    /** The same of one variable: groups of others' categories are not for its report. */
    public AgreementChoices of(String variable) {
        return new AgreementChoices(options.of(variable), coders, basis, versions, accounts, images);
    }

    /** The options in words, with names in place of numbers. */
    public List<String> words() {
        var words = new ArrayList<>(counted().words());
        coders.stream()
                .filter(coder -> coder.id() == options.without())
                .forEach(coder -> words.add(coder.name() + " is left out."));
        basis.samples().stream()
                .filter(sample -> sample.id() == options.scope().sample())
                .forEach(sample -> {
                    words.add("Only the sample \"" + sample.name() + "\" counts.");
                    if (sample.handpicked()) {
                        words.add(
                                "Its images were picked by hand: the figures describe them and estimate nothing beyond them.");
                    }
                });
        var counted = counted().samples();
        basis.samples().stream()
                .filter(sample -> counted.isEmpty() ? sample.counts() : counted.contains(sample))
                .forEach(sample -> words.addAll(sample.removedWords()));
        words.addAll(options.words());
        words.addAll(repeating());
        return words;
    }

    /** Where accounts repeat and are not drawn whole, it is said what that means. */
    private List<String> repeating() {
        var cluster = options.intervals().cluster();
        return cluster == Cluster.ACCOUNT || accounts.isEmpty() || images <= accounts.size()
                ? List.of()
                : List.of(NumberText.count(images, "image", "images") + " of at most "
                        + NumberText.count(accounts.size(), "account", "accounts")
                        + " are counted: the intervals speak about " + cluster.target()
                        + "; about new accounts like these they would be too narrow.");
    }

    /** The images with answers that count. */
    public AgreementChoices of(long images) {
        return new AgreementChoices(options, coders, basis, versions, accounts, images);
    }

    /** The samples whose codes count under this lens. */
    public Counted counted() {
        return basis.agreement(options.scope().sample());
    }

    /** Those whose codes count for variables that are asked of it. */
    public Counted counted(Unit unit) {
        return basis.of(List.of(unit)).agreement(options.scope().sample());
    }
}
