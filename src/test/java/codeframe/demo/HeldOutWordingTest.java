package codeframe.demo;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.codebook.Category;
import codeframe.codebook.CodebookTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An examination with questions from the lesson would prove nothing. */
final class HeldOutWordingTest {
    private final Map<String, List<String>> grammar = Phrases.read("/demo-model/captions.txt");

    @Test
    void no_phrase_of_the_tests_can_be_said_by_the_grammar() {
        var phrases = new ArrayList<String>();
        Phrases.read("/demo-model/held-out-types.txt").values().forEach(phrases::addAll);
        Phrases.read("/demo-model/held-out-kinds.txt").values().forEach(phrases::addAll);
        assertThat(phrases).hasSizeGreaterThan(55).noneMatch(this::isTaught);
    }

    @Test
    void no_phrase_of_the_notebooks_can_be_said_by_the_grammar() {
        var categories =
                CodebookTemplate.IMAGE_TYPES.codebook().variables().get(0).categories();
        var phrases =
                categories.stream().map(Category::phrases).flatMap(List::stream).toList();
        assertThat(phrases).hasSize(26).noneMatch(this::isTaught);
    }

    @Test
    void the_test_would_notice_a_taught_phrase() {
        assertThat(isTaught("A distinct poster for a party.")).isTrue();
        assertThat(isTaught("two colleagues shaking hands")).isTrue();
    }

    private boolean isTaught(String phrase) {
        var plain = phrase.toLowerCase(Locale.ROOT).replaceAll("[.]$", "").strip();
        return grammar.values().stream().flatMap(List::stream).anyMatch(line -> says(line, plain));
    }

    /** The line as a regular expression, spaces being free where an alternative is empty. */
    private static boolean says(String line, String phrase) {
        var quoted = line.replaceAll("[.?+*()\\[\\]^$]", "\\\\$0")
                .replace("{", "(?:")
                .replace("}", ")")
                .replaceAll("\\s+", "\\\\s*");
        return Pattern.matches(quoted, phrase);
    }
}
