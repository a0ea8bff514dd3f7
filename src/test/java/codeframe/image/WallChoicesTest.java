package codeframe.image;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.image.CodedVariableRows.Coded;
import codeframe.web.Choice;
import codeframe.web.ChoiceGroup;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the gallery offers to sort by and to show, of what a person may see. */
class WallChoicesTest {
    private static final List<Coded> CODED = List.of(
            new Coded(1, "CLIP", false, "type", "Type", true),
            new Coded(1, "CLIP", false, "mood", "Mood", false),
            new Coded(2, "Dana", false, "type", "Type", false),
            new Coded(3, "Gold", true, "mood", "Mood", false));

    private static WallChoices choices(String query) {
        return new WallChoices(Wall.of(query, 1), CODED, List.of());
    }

    private static List<String> labels(List<ChoiceGroup> groups) {
        return groups.stream()
                .flatMap(group -> group.choices().stream())
                .map(Choice::label)
                .toList();
    }

    @Test
    void codes_of_each_coder_are_shown_whole_or_by_variable() {
        assertThat(labels(choices("").shown()))
                .containsExactly(
                        "None",
                        "CLIP: everything",
                        "CLIP: Type",
                        "CLIP: Mood",
                        "Dana: everything",
                        "Dana: Type",
                        "Gold: everything",
                        "Gold: Mood");
    }

    @Test
    void it_is_sorted_by_confidence_where_there_is_one_and_by_difference_where_two_coders_are() {
        assertThat(labels(choices("").orders()))
                .containsExactly(
                        "As imported",
                        "Newest post first",
                        "Oldest post first",
                        "By account",
                        "Type",
                        "Type: least sure first",
                        "Type: most sure first");
    }

    @Test
    void what_was_asked_for_stays_to_be_seen() {
        assertThat(labels(choices("show=9").shown())).contains("9");
        assertThat(labels(choices("sort=unsure:2:type").orders())).contains("unsure:2:type");
        assertThat(choices("differ=place&between=1&between=9").variables())
                .extracting(Choice::value)
                .containsExactly("type", "place");
        assertThat(choices("differ=place&between=1&between=9").coders())
                .extracting(Choice::label)
                .containsExactly("CLIP", "Dana", "Gold", "Coder 9");
    }
}
