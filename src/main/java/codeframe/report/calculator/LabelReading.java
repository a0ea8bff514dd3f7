package codeframe.report.calculator;

import codeframe.statistics.agreement.MeasurementLevel;
import codeframe.table.DecimalSign;
import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tells what the values of a table mean: which are labels, which of them are one ({@code 1} and {@code 1.0}), and which
 * mean that there is no code.
 */
final class LabelReading {
    static final int MISSING = -1;

    private final MeasurementLevel level;
    private final TableChoices choices;
    private final List<RawLabels.Raw> raws;
    private final DecimalSign decimals = new DecimalSign();
    private final Names labels = new Names("label");
    private final boolean closed;
    private final int[] meaning;
    private final List<LabelQuestion> questions = new ArrayList<>();
    private String alike = "";

    /** @param categories all that may be given, in order; empty when they are those that occur */
    LabelReading(MeasurementLevel level, List<String> categories, TableChoices choices, RawLabels raw) {
        this.level = level;
        this.choices = choices;
        this.closed = !categories.isEmpty();
        this.raws = raw.list();
        this.meaning = new int[raws.size()];
        categories.forEach(category -> {
            CategoryScale.check(level, category, 0);
            labels.of(canonical(category), 0);
        });
        var ordinary = ordinary();
        readDecimals(ordinary);
        var others = ordinary.stream().map(one -> canonical(one.text)).toList();
        IntStream.range(0, meaning.length).forEach(i -> meaning[i] = meaning(raws.get(i), others));
        CategoryScale.check(level, labels.size());
    }

    private List<RawLabels.Raw> ordinary() {
        return raws.stream()
                .filter(one ->
                        !MissingWords.isWord(one.text) && !choices.missing().contains(one.text))
                .toList();
    }

    private void readDecimals(List<RawLabels.Raw> ordinary) {
        if (numeric()) {
            ordinary.forEach(one -> decimals.look(one.text, one.row));
            decimals.problem().ifPresent(sentence -> {
                throw new Problem.Invalid(sentence);
            });
        }
    }

    private boolean numeric() {
        return level == MeasurementLevel.INTERVAL || level == MeasurementLevel.RATIO;
    }

    private String canonical(String text) {
        return CategoryScale.canonical(numeric() ? decimals.plain(text) : text, numeric());
    }

    private int meaning(RawLabels.Raw raw, List<String> others) {
        boolean word = MissingWords.isWord(raw.text);
        boolean asked = word || MissingWords.isFarNumber(raw.text, others);
        boolean named = closed && labels.knows(canonical(raw.text));
        if (choices.missing().contains(raw.text)) {
            questions.add(new LabelQuestion(raw.text, raw.cells, true));
            return MISSING;
        } else if (!asked || named) {
            return label(raw);
        }
        boolean missing = word && !choices.kept().contains(raw.text) && MissingWords.isMissing(raw.text, others);
        questions.add(new LabelQuestion(raw.text, raw.cells, missing));
        return missing ? MISSING : label(raw);
    }

    private int label(RawLabels.Raw raw) {
        var text = numeric() ? decimals.plain(raw.text) : raw.text;
        CategoryScale.check(level, text, raw.row);
        var label = canonical(raw.text);
        if (closed && !labels.knows(label)) {
            throw new Problem.Invalid("Row " + raw.row + " has \"" + raw.text
                    + "\", which is not one of the categories " + String.join(", ", labels.names()) + ".");
        }
        alike = alike.isEmpty() && !label.equals(text) ? "\"" + raw.text + "\" is " + label : alike;
        return labels.of(label, raw.row);
    }

    /** The label that the value means, by its place in {@link #names}, or {@link #MISSING}. */
    int meaning(int raw) {
        return meaning[raw];
    }

    List<String> names() {
        return labels.names();
    }

    List<LabelQuestion> questions() {
        return List.copyOf(questions);
    }

    /** What a reader should know about how the values were read, without the questions. */
    List<String> notes() {
        var notes = new ArrayList<String>();
        decimals.remark().ifPresent(notes::add);
        if (!alike.isEmpty()) {
            notes.add("Numbers were compared as numbers: " + alike + ".");
        }
        alikeDecimals().ifPresent(notes::add);
        return notes;
    }

    /** At the levels of names 1.1 and 1.10 may be two places of an outline; that they were kept apart is said. */
    private Optional<String> alikeDecimals() {
        Set<Double> values = new HashSet<>();
        return labels.names().stream()
                .filter(CategoryScale::isNumber)
                .filter(name -> !values.add(Double.parseDouble(name)))
                .findFirst()
                .map(name -> "\"" + name + "\" was kept apart from another label that is the same number, as in the"
                        + " numbering of an outline. At the level interval they are one.");
    }
}
