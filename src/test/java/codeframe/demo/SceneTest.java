package codeframe.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SceneTest {
    @Test
    void what_a_drawing_holds_is_told_by_a_small_one_as_by_a_large_one() {
        for (var kind : Kind.values()) {
            var large = Scene.draw(kind, 480, 600, 77);
            var small = Scene.draw(kind, 48, 60, 77);
            assertThat(small.facts()).as(kind.name()).isEqualTo(large.facts());
            assertThat(small.words()).as(kind.name()).isEqualTo(large.words());
        }
        var poster = new DrawnFeatures(Scene.draw(Kind.POSTER, 48, 60, 77));
        assertThat(poster.features(5))
                .extracting(feature -> feature.kind())
                .containsExactly("caption", "text", "objects");
        assertThat(poster.caption()).startsWith("Poster");
        assertThat(poster.scene().words()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void the_same_seed_gives_the_same_picture_and_another_seed_another(Kind kind) {
        var once = Scene.draw(kind, 200, 160, 3);
        var again = Scene.draw(kind, 200, 160, 3);
        assertThat(checksum(again)).isEqualTo(checksum(once));
        assertThat(again.facts()).isEqualTo(once.facts());
        assertThat(checksum(Scene.draw(kind, 200, 160, 4))).isNotEqualTo(checksum(once));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void facts_do_not_contradict_each_other(Kind kind) {
        for (int seed = 0; seed < 12; seed++) {
            var facts = Scene.draw(kind, 120, 150, seed).facts();
            assertThat(Stream.of(Fact.INDOORS, Fact.OUTDOORS).filter(facts::contains))
                    .hasSizeLessThan(2);
            assertThat(Stream.of(Fact.FORMAL, Fact.CASUAL).filter(facts::contains))
                    .hasSizeLessThan(2);
            assertThat(Stream.of(Fact.TEXT, Fact.NO_TEXT).filter(facts::contains))
                    .hasSizeLessThan(2);
            assertThat(Stream.of(Fact.NO_PEOPLE, Fact.SOMEBODY).filter(facts::contains))
                    .hasSizeLessThan(2);
            assertThat(Stream.of(Fact.SUNNY, Fact.CLOUDY, Fact.NIGHT).filter(facts::contains))
                    .hasSizeLessThan(2);
        }
    }

    @Test
    void rolled_up_sleeves_are_casual() {
        for (int seed = 0; seed < 40; seed++) {
            var facts = Scene.draw(Kind.HANDSHAKE, 60, 60, seed).facts();
            if (facts.contains(Fact.ROLLED_SLEEVES)) {
                assertThat(facts).contains(Fact.CASUAL);
            }
        }
    }

    private static long checksum(DrawnScene drawing) {
        var image = drawing.image();
        var sum = new CRC32();
        for (int rgb : image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
            sum.update(rgb >> 16);
            sum.update(rgb >> 8);
            sum.update(rgb);
        }
        return sum.getValue();
    }
}
