package codeframe.llm.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which pictures go where not all of a post or a video go together. */
class UnitTellingTest {
    /** @param sizes frames of each video; 1 is a picture. Images are numbered on from 0. */
    private static List<Long> chosen(int most, int... sizes) {
        var parts = new ArrayList<UnitRows.Part>();
        for (int medium = 0; medium < sizes.length; medium++) {
            for (int frame = 0; frame < sizes[medium]; frame++) {
                parts.add(new UnitRows.Part(0, parts.size(), medium, new byte[0], 1, 1, null));
            }
        }
        return UnitTelling.chosen(parts, most).stream()
                .map(UnitRows.Part::image)
                .toList();
    }

    @Test
    void a_video_leaves_the_pictures_of_its_post_their_places() {
        assertThat(chosen(5, 40, 1, 1)).containsExactly(0L, 20L, 39L, 40L, 41L);
        assertThat(chosen(5, 1, 9, 9)).containsExactly(0L, 1L, 9L, 10L, 18L);
        assertThat(chosen(3, 1, 40, 1, 1)).as("one each, of the first").containsExactly(0L, 21L, 41L);
        assertThat(chosen(9, 1, 3)).as("all").containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void of_a_video_alone_frames_go_at_even_distances() {
        assertThat(chosen(4, 7)).containsExactly(0L, 2L, 4L, 6L);
        assertThat(chosen(1, 7)).containsExactly(3L);
        assertThat(chosen(0, 7)).isEmpty();
        assertThat(chosen(2)).isEmpty();
    }
}
