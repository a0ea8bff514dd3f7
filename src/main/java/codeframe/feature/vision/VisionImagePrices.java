package codeframe.feature.vision;

import codeframe.feature.RepeatCost;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What Google Cloud Vision costs for one image more. */
public record VisionImagePrices(VisionServices services, Clock clock) implements RepeatCost.Prices {
    @Override
    public Map<String, BigDecimal> ofOne(long project) {
        var price = services.price(project, LocalDate.now(clock)).orElse(VisionPrice.DOCUMENTED);
        return Arrays.stream(VisionFeature.values())
                .collect(Collectors.toMap(VisionFeature::word, feature -> price.of(feature, 1)));
    }
}
