package codeframe.feature.vision;

import codeframe.db.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a thousand units of each feature cost, in US dollars, from a day on.
 *
 * @param source where it is documented; empty where somebody typed it
 */
public record VisionPrice(LocalDate validFrom, BigDecimal objects, BigDecimal text, BigDecimal labels, String source) {
    /** Units of a feature that Google gives away each month, to a billing account. */
    public static final int FREE = 1000;

    /** As Google documents it. */
    static final VisionPrice DOCUMENTED = documented();

    private static VisionPrice documented() {
        try (var in = VisionPrice.class.getResourceAsStream("prices.json")) {
            return Json.MAPPER.readValue(in, VisionPrice.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public BigDecimal perThousand(VisionFeature feature) {
        return switch (feature) {
            case OBJECTS -> objects;
            case TEXT -> text;
            case LABELS -> labels;
        };
    }

    BigDecimal of(VisionFeature feature, long units) {
        return perThousand(feature).multiply(BigDecimal.valueOf(units)).movePointLeft(3);
    }

    /** Of one image each. */
    BigDecimal of(List<VisionFeature> features) {
        return features.stream().map(feature -> of(feature, 1)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
