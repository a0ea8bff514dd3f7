package codeframe.llm.run;

import codeframe.codebook.Unit;
import codeframe.llm.ask.RequestSetup;
import codeframe.llm.ask.RunTerms;
import codeframe.llm.price.Price;
import codeframe.llm.prompt.ImageTokens;
import codeframe.llm.prompt.TextTokens;
import codeframe.llm.server.LlmServer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/**
 * What a run will take, as a range: our own count of the tokens of every image, corrected by what the server
 * counted for the images that were tried.
 *
 * @param unit what is judged as one, and counted
 * @param tried how many images were tried; 0 when the range rests on counting alone
 * @param low dollars
 * @param high dollars; with it the last request can still be paid when it takes all that it may
 * @param counting how the tokens of an image are counted, as a sentence
 * @param failed whether images were tried and none was answered
 * @param time null where nothing was tried
 */
public record PriceEstimate(
        Unit unit,
        long images,
        int tried,
        BigDecimal low,
        BigDecimal high,
        Duration time,
        String counting,
        boolean failed) {
    /** Five images do not show the extremes of thousands. */
    private static final double MARGIN = 1.1;

    /**
     * @param input tokens of input of all images by our own count
     * @param largest of one request
     */
    private record Work(long images, long requests, double input, int largest, double output) {}

    /** Of one image, at most. */
    public BigDecimal each() {
        return high.divide(BigDecimal.valueOf(Math.max(1, images)), 9, RoundingMode.CEILING);
    }

    static PriceEstimate of(RequestSetup setup, List<ExpectedInputs.Input> inputs, List<TrialResult> tried, int width) {
        var answered = tried.stream().filter(TrialResult::answered).toList();
        var work = work(setup, inputs);
        var price = setup.tariff().price();
        var ratios = answered.stream()
                .mapToDouble(one -> (double) one.input() / Math.max(1, one.expected()))
                .summaryStatistics();
        var outputs = answered.stream().mapToDouble(TrialResult::output).summaryStatistics();
        boolean known = !answered.isEmpty();
        double samples = setup.terms().samples();
        double longest = (double) setup.terms().maxTokens() * setup.askings().steps();
        var low = cost(
                setup.terms(),
                price,
                work.input() * (known ? ratios.getMin() : 1),
                work.images() * samples * (known ? outputs.getMin() : work.output()));
        var high = cost(
                setup.terms(),
                price,
                work.input()
                        * (known
                                ? ratios.getMax() * MARGIN
                                : setup.tariff().ratio().getAsDouble()),
                work.images() * samples * (known ? Math.min(longest, outputs.getMax() * MARGIN) : longest));
        var last = setup.tariff().atMost(work.largest(), setup.terms().batch());
        var time = known ? time(setup.server(), work, answered, ratios.getAverage(), samples, width) : null;
        return new PriceEstimate(
                setup.plan().unit(),
                work.images(),
                answered.size(),
                rounded(low),
                rounded(high.add(last)),
                time,
                counting(setup),
                !tried.isEmpty() && answered.isEmpty());
    }

    private static String counting(RequestSetup setup) {
        if (setup.terms().features() != null) {
            return "Tokens of the text are counted as OpenAI's present models count them.";
        }
        var model = setup.plan().model();
        return ImageTokens.family(model)
                .map(family -> "Tokens of images are counted as for " + family.family() + " (" + family.source() + ", "
                        + family.read() + ").")
                .orElse("How " + model
                        + " counts the tokens of an image is not known here; they are taken as GPT-4o's.");
    }

    /** To what a form takes and a page shows. */
    private static BigDecimal rounded(BigDecimal dollars) {
        return dollars.setScale(9, RoundingMode.CEILING).stripTrailingZeros();
    }

    private static Work work(RequestSetup setup, List<ExpectedInputs.Input> inputs) {
        var preview = setup.askings().preview();
        long images = inputs.stream().mapToLong(ExpectedInputs.Input::images).sum();
        double input = 0;
        int largest = 0;
        for (var asking : preview) {
            for (var one : inputs) {
                int expected = setup.tariff().expected(asking, one.tokens());
                input += (double) one.images() * expected;
                largest = Math.max(largest, expected);
            }
        }
        int samples = setup.terms().samples();
        double output = preview.stream().mapToDouble(TextTokens::answer).sum();
        return new Work(images, images * preview.size() * samples, input * samples, largest, output);
    }

    private static BigDecimal cost(RunTerms terms, Price price, double input, double output) {
        var tokens = BigDecimal.valueOf(input)
                .multiply(price.input())
                .add(BigDecimal.valueOf(output).multiply(price.output()))
                .movePointLeft(6);
        return terms.batch() ? tokens.multiply(price.batchFactor()) : tokens;
    }

    private static Duration time(
            LlmServer server, Work work, List<TrialResult> answered, double ratio, double samples, int width) {
        double seconds = answered.stream().mapToLong(TrialResult::ms).average().orElse(0)
                / 1_000
                * samples
                * work.images()
                / width;
        if (server.requestsPerMinute() != null) {
            seconds = Math.max(seconds, 60.0 * work.requests() / server.requestsPerMinute());
        }
        if (server.tokensPerMinute() != null) {
            seconds = Math.max(seconds, 60.0 * work.input() * ratio / server.tokensPerMinute());
        }
        return Duration.ofSeconds((long) Math.ceil(seconds));
    }
}
