package codeframe.image.video;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ByteRangeTest {
    @Test
    void of_a_long_part_the_beginning_is_answered() {
        long size = 3 * ByteRange.MOST;
        assertThat(ByteRange.of("bytes=0-", size)).contains(new ByteRange(0, ByteRange.MOST));
        assertThat(ByteRange.of("bytes=5-", size)).contains(new ByteRange(5, 5 + ByteRange.MOST));
        assertThat(ByteRange.of("bytes=5-" + size, size)).contains(new ByteRange(5, 5 + ByteRange.MOST));
        assertThat(ByteRange.of("bytes=" + (size - 3) + "-", size)).contains(new ByteRange(size - 3, size));
        assertThat(ByteRange.of("bytes=-7", size)).contains(new ByteRange(size - 7, size));
        assertThat(ByteRange.of("bytes=0-", size).orElseThrow().header(size))
                .isEqualTo("bytes 0-%d/%d".formatted(ByteRange.MOST - 1, size));
    }
}
