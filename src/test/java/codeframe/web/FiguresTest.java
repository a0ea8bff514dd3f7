package codeframe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void numbers_look_the_same_on_a_german_machine() {
        assertThat(NumberText.count(1234567)).isEqualTo("1,234,567");
        assertThat(NumberText.decimal(0.74321, 3)).isEqualTo("0.743");
        assertThat(NumberText.percent(0.125)).isEqualTo("12.5 %");
    }

    @Test
    void a_count_agrees_with_its_noun() {
        assertThat(NumberText.count(1, "image", "images")).isEqualTo("1 image");
        assertThat(NumberText.count(0, "image", "images")).isEqualTo("0 images");
        assertThat(NumberText.count(12_000, "image", "images")).isEqualTo("12,000 images");
    }

    @Test
    void a_share_of_nothing_is_said_in_words() {
        assertThat(NumberText.percent(0, 0)).isEqualTo("none");
        assertThat(NumberText.percent(1, 8)).isEqualTo("12.5 %");
    }

    @Test
    void sizes_and_durations_use_the_unit_that_fits() {
        assertThat(NumberText.bytes(999)).isEqualTo("999 B");
        assertThat(NumberText.bytes(24_400)).isEqualTo("24 kB");
        assertThat(NumberText.bytes(1_400_000)).isEqualTo("1.4 MB");
        assertThat(NumberText.bytes(2_500_000_000L)).isEqualTo("2.50 GB");
        assertThat(NumberText.duration(40)).isEqualTo("40 s");
        assertThat(NumberText.duration(12 * 60)).isEqualTo("12 min");
        assertThat(NumberText.duration(12_000)).isEqualTo("3 h 20 min");
    }

    @Test
    void moments_are_told_in_utc_whatever_the_time_zone_of_the_machine() {
        assertThat(NumberText.moment(Instant.parse("2026-11-23T15:04:05Z"))).isEqualTo("23 Nov 2026, 15:04 UTC");
    }

    @Test
    void a_control_names_the_texts_that_describe_it() {
        assertThat(new Described("key", null, null).by()).isNull();
        assertThat(new Described("key", "Short.", "").by()).isEqualTo("key-hint");
        assertThat(new Described("key", "Short.", "Too long.").by()).isEqualTo("key-hint key-error");
        assertThat(new Described("key", null, "Too long.").invalid()).isEqualTo("true");
    }
}
