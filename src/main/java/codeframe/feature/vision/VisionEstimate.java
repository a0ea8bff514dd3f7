package codeframe.feature.vision;

import java.math.BigDecimal;
import java.util.List;

/**
 * What asking about images costs: as a range, because units that are free each month belong to a billing account, of whose
 * other use nobody knows here.
 *
 * @param lines by feature
 */
public record VisionEstimate(long images, VisionPrice price, List<Line> lines) {
    /**
     * @param low if no unit of this month was used but by this project
     * @param high if none is free any more
     */
    public record Line(VisionFeature feature, long units, BigDecimal low, BigDecimal high) {}

    static VisionEstimate of(
            long images, List<VisionFeature> features, VisionPrice price, VisionServices.Used thisMonth) {
        return new VisionEstimate(
                images,
                price,
                features.stream()
                        .map(feature -> line(feature, images, price, used(feature, thisMonth)))
                        .toList());
    }

    private static long used(VisionFeature feature, VisionServices.Used used) {
        return switch (feature) {
            case OBJECTS -> used.objects();
            case TEXT -> used.text();
            case LABELS -> used.labels();
        };
    }

    private static Line line(VisionFeature feature, long images, VisionPrice price, long used) {
        long paid = Math.max(0, images - Math.max(0, VisionPrice.FREE - used));
        return new Line(feature, images, price.of(feature, paid), price.of(feature, images));
    }

    public BigDecimal low() {
        return lines.stream().map(Line::low).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal high() {
        return lines.stream().map(Line::high).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
