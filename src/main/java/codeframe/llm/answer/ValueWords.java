package codeframe.llm.answer;

import codeframe.codebook.Category;
import codeframe.codebook.Variable;
import codeframe.coding.AnswerValue;
import codeframe.coding.CodeState;
import codeframe.llm.prompt.AnswerWords;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a word of an answer means for a variable: as it is written, then by case and space folding. */
final class ValueWords {
    private static final Map<String, String> YES_NO =
            Map.of("yes", "yes", "true", "yes", "1", "yes", "no", "no", "false", "no", "0", "no");
    private static final Pattern AROUND = Pattern.compile("^[\\s\"'`“”„‘’«»*]+|[\\s\"'`“”„‘’«»*.]+$");
    /** Cyrillic and Greek letters that look like a Latin one, and those. */
    private static final String LOOK_ALIKES = "аеорсухіјАВЕКМНОРСТХІοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";

    private static final String LATIN = "aeopcyxijABEKMHOPCTXIoABEZHIKMNOPTYX";
    private static final int LONGEST_NUMBER = 40;
    private static final Pattern NUMBER = Pattern.compile("^[\\s\"'`“”„‘’«»*(]*\\d{1,3}\\s*[.):–-]\\s*(?=\\p{L})");

    private ValueWords() {}

    /**
     * The value to store.
     *
     * @param anyLength whether a text may be longer than a code
     */
    static Optional<String> value(Variable variable, JsonNode said, boolean anyLength) {
        return switch (variable.type()) {
            case SINGLE -> said.isBoolean() ? Optional.empty() : category(variable, said.asText());
            case MULTI ->
                said.isBoolean()
                        ? Optional.empty()
                        : category(variable, said.asText()).or(() -> none(said.asText()));
            case BOOLEAN ->
                Optional.ofNullable(YES_NO.get(Folding.of(said.asText())))
                        .or(() -> Optional.ofNullable(YES_NO.get(Folding.of(bare(said.asText())))));
            case NUMBER ->
                said.isBoolean() ? Optional.empty() : number(said.asText().strip());
            case TEXT -> text(variable, said).filter(text -> anyLength || AnswerValue.fits(text));
        };
    }

    /** As written, else without what surrounds a word: quotation marks, a full stop, letters that only look alike. */
    private static Optional<String> category(Variable variable, String said) {
        return exactly(variable, said).or(() -> exactly(variable, bare(said))).or(() -> numbered(variable, said));
    }

    /** "3. Rally": without its number, where the rest is the name of one category and of no other. */
    private static Optional<String> numbered(Variable variable, String said) {
        var rest = Folding.of(bare(NUMBER.matcher(said).replaceFirst("")));
        return NUMBER.matcher(said).find()
                ? only(
                                variable,
                                category -> Folding.of(category.key()).equals(rest)
                                        || Folding.of(category.label()).equals(rest))
                        .map(Category::key)
                : Optional.empty();
    }

    /** Without quotation marks around it and a full stop behind it, and with Latin letters for those that look so. */
    private static String bare(String said) {
        var text = AROUND.matcher(said).replaceAll("").codePoints();
        return text.map(letter -> {
                    int alike = LOOK_ALIKES.indexOf(letter);
                    return alike < 0 ? letter : LATIN.codePointAt(alike);
                })
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Optional<String> exactly(Variable variable, String said) {
        var folded = Folding.of(said);
        return variable.category(said)
                .or(() -> only(variable, category -> category.label().equals(said)))
                .or(() -> only(variable, category -> Folding.of(category.key()).equals(folded)))
                .or(() ->
                        only(variable, category -> Folding.of(category.label()).equals(folded)))
                .map(Category::key);
    }

    private static Optional<String> none(String said) {
        return Folding.of(said).equals(Folding.of(Variable.NONE)) ? Optional.of(Variable.NONE) : Optional.empty();
    }

    private static Optional<Category> only(Variable variable, Predicate<Category> condition) {
        List<Category> found = variable.categories().stream().filter(condition).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Written out, without zeros that say nothing. */
    private static Optional<String> number(String said) {
        try {
            var number = new BigDecimal(said).stripTrailingZeros();
            boolean reasonable =
                    Math.abs((long) number.scale()) < LONGEST_NUMBER && number.precision() < LONGEST_NUMBER;
            return reasonable ? Optional.of(number.toPlainString()) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Variable variable, JsonNode said) {
        var words = AnswerWords.of(variable);
        var folded = Folding.of(said.asText());
        boolean state = folded.equals(Folding.of(words.unsure())) || folded.equals(Folding.of(words.notApplicable()));
        return state
                ? Optional.empty()
                : Optional.of(AnswerParser.storable(said.asText().strip()));
    }

    /** Unsure where the codebook allows it, not applicable where a condition stands. */
    static Optional<CodeState> state(Variable variable, String said, boolean mayNotApply) {
        var words = AnswerWords.of(variable);
        var folded = Folding.of(bare(said));
        if (variable.unsure() && folded.equals(Folding.of(words.unsure()))) {
            return Optional.of(CodeState.UNSURE);
        } else if (mayNotApply && folded.equals(Folding.of(words.notApplicable()))) {
            return Optional.of(CodeState.NOT_APPLICABLE);
        }
        return Optional.empty();
    }
}
