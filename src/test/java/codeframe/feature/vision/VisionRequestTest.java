package codeframe.feature.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How pictures are packed: by number and by bytes, each in one request and in order. */
class VisionRequestTest {
    private static VisionPicture picture(long image, int characters) {
        return new VisionPicture(image, "A".repeat(characters), 10, 10, List.of(VisionFeature.values()), "");
    }

    @Test
    void a_request_has_at_most_sixteen_images_and_ten_megabytes() {
        var small = IntStream.range(0, 40).mapToObj(i -> picture(i, 100)).toList();
        assertThat(VisionRequest.packed(small)).extracting(List::size).containsExactly(16, 16, 8);
        var large = IntStream.range(0, 7).mapToObj(i -> picture(i, 4_000_000)).toList();
        assertThat(VisionRequest.packed(large)).extracting(List::size).containsExactly(2, 2, 2, 1);
        for (var pack : VisionRequest.packed(large)) {
            assertThat(new VisionRequest(pack, List.of("de")).json()).hasSizeLessThan(VisionRequest.MOST_BYTES);
        }
        var exact = List.of(picture(1, 4_997_000), picture(2, 4_997_000), picture(3, 1));
        assertThat(VisionRequest.packed(exact)).flatExtracting(pack -> pack).isEqualTo(exact);
        assertThat(VisionRequest.packed(List.of())).isEmpty();
    }
}
