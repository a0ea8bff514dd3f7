package codeframe.clip;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A changed codebook over stored vectors: 100,000 images, 26 phrases in 6 categories, 512 dimensions. */
@Tag("bench")
class RelabellingTest {
    private static final int[] PHRASES = {1, 3, 9, 3, 7, 3};

    @Test
    void a_hundred_thousand_images_are_labelled_anew() {
        var random = new Random(1);
        var images = AggregationTest.vectors(random, 100_000, 512);
        var phrases = IntStream.of(PHRASES)
                .mapToObj(count -> List.of(AggregationTest.vectors(random, count, 512)))
                .toList();
        for (var rule : Aggregation.values()) {
            var labelling = new Labelling(rule, 100, phrases);
            long best = Long.MAX_VALUE;
            for (int i = 0; i < 3; i++) {
                long start = System.nanoTime();
                labelling.label(images);
                best = Math.min(best, System.nanoTime() - start);
            }
            System.out.printf(Locale.ROOT, "relabelling 100,000 images, %s: %.0f ms%n", rule.key(), best / 1e6);
        }
    }
}
