package codeframe.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeysTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Image type             | image_type
                    Interviews & Media     | interviews_media
                    Straße oder Platz      | strasse_oder_platz
                    ÄÖÜ äöü                | aeoeue_aeoeue
                    Café à la crème        | cafe_a_la_creme
                    Smørrebrød på Åland    | smoerrebroed_paa_aaland
                    TVStudio               | tv_studio
                    RolledUpSleeves        | rolled_up_sleeves
                    2024                   | category_2024
                    🗳️                     | category
                    日本語                  | category
                    İstanbul               | istanbul
                    __x__                  | x
                    <script>alert          | script_alert
                    """)
    void a_label_becomes_a_key(String label, String key) {
        assertThat(Keys.of(label, "category")).isEqualTo(key);
        assertThat(Keys.valid(key)).isTrue();
    }

    @Test
    void a_decomposed_umlaut_is_the_same_umlaut() {
        assertThat(Keys.of("Mu\u0308ll", "x")).isEqualTo("muell");
    }

    @Test
    void keys_stay_apart_and_short() {
        assertThat(Keys.unique("a", List.of("a", "a_2"))).isEqualTo("a_3");
        var longest = Keys.of("word ".repeat(50), "x");
        assertThat(Keys.valid(longest)).isTrue();
        assertThat(Keys.valid(Keys.unique(longest, List.of(longest)))).isTrue();
    }
}
