package codeframe.coding.sample;

import codeframe.codebook.Unit;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntSupplier;

/** Reads a request part by part against what is offered. */
final class SampleRequestParser {
    private static final int LONGEST_NAME = 200;

    private final SampleRequest request;
    private final Planning.Offer offer;
    private final SampleRequestNumbers numbers;

    SampleRequestParser(SampleRequest request, Planning.Offer offer, SampleRequestNumbers numbers) {
        this.request = request;
        this.offer = offer;
        this.numbers = numbers;
    }

    String name() {
        if (request.name().isBlank() || request.name().length() > LONGEST_NAME || hasControls(request.name())) {
            numbers.wrong("name", "Give the sample a name of one line and at most " + LONGEST_NAME + " characters.");
        }
        return request.name();
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    Purpose purpose() {
        return word(Purpose.class, "purpose", request.purpose(), "Choose what the sample is for.");
    }

    Design design() {
        return word(Design.class, "design", request.design(), "Choose how the images are drawn.");
    }

    boolean leavesShownOut() {
        return word(Shown.class, "shown", request.shown(), "Choose what becomes of images that coders know already.")
                .leavesOut(purpose());
    }

    /** The constant of that name, or the first with a mistake. */
    private <E extends Enum<E>> E word(Class<E> type, String field, String typed, String sentence) {
        var constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(typed))
                .findFirst()
                .orElseGet(() -> {
                    numbers.wrong(field, sentence);
                    return constants[0];
                });
    }

    Stratifying strata() {
        if (!request.design().equals(Design.STRATIFIED.word())) {
            return Stratifying.NONE;
        }
        var by = Stratifying.By.ofWord(request.by().by())
                .filter(one -> one != Stratifying.By.NONE)
                .orElse(Stratifying.By.NONE);
        if (by == Stratifying.By.NONE) {
            numbers.wrong("by", "Choose what divides the images into strata.");
        }
        int floor = numbers.whole("floor", request.by().floor(), 1, Integer.MAX_VALUE, "The least of each stratum");
        return by.ofRun() ? ofRun(by, floor) : new Stratifying(by, 0, "", floor);
    }

    private Stratifying ofRun(Stratifying.By by, int floor) {
        var source = offer.sources().stream()
                .filter(one -> by.takes(one) && one.key().equals(request.by().of()))
                .findFirst();
        if (source.isEmpty()) {
            numbers.wrong(
                    "of",
                    by == Stratifying.By.SPLIT
                            ? "Choose a vote and one of its variables: only votes have voters who differ."
                            : "Choose the run and the variable whose codes divide the images.");
        }
        return source.map(one -> new Stratifying(by, one.coder(), one.variable(), floor))
                .orElse(Stratifying.NONE);
    }

    int size(Frame frame) {
        if (frame.size() == 0) {
            numbers.wrong("size", frame.nothing());
            return 0;
        }
        if (request.design().equals(Design.HANDPICKED.word())) {
            return frame.size();
        }
        int mistakes = numbers.mistakes().size();
        int size = numbers.whole("size", request.size(), 1, frame.size(), sizeOf(frame));
        if (numbers.mistakes().size() == mistakes) {
            checkFloor(frame, size);
        }
        return size;
    }

    private static String sizeOf(Frame frame) {
        return frame.shown() == 0
                ? "The size"
                : "The size, as " + frame.unit().count(frame.shown()) + " that coders know already "
                        + (frame.shown() == 1 ? "is" : "are") + " left out,";
    }

    private void checkFloor(Frame frame, int size) {
        if (!request.design().equals(Design.STRATIFIED.word())
                || !request.by().floor().matches("[1-9]\\d{0,8}")) {
            return;
        }
        int floor = Integer.parseInt(request.by().floor());
        int least = Allocation.least(frame.sizes(), floor);
        if (least > size) {
            numbers.wrong(
                    "floor",
                    floor + " " + frame.unit().many() + " of each of "
                            + frame.sizes().size() + " strata are " + least + " altogether, more than the size of "
                            + size + ".");
        }
    }

    long seed(IntSupplier drawn) {
        if (request.seed().isEmpty()) {
            return drawn.getAsInt();
        }
        if (!request.seed().matches("-?\\d{1,18}")) {
            numbers.wrong("seed", "The seed is a whole number of at most 18 digits.");
            return 0;
        }
        return Long.parseLong(request.seed());
    }

    Unit unit() {
        return workParser().unit();
    }

    SamplePlan.Work work() {
        return workParser().work(this::goldRule);
    }

    private SampleWorkParser workParser() {
        return new SampleWorkParser(request.work(), offer, numbers);
    }

    private GoldRule goldRule() {
        return word(GoldRule.class, "goldRule", request.work().goldRule(), "Choose what becomes gold.");
    }

    Expectation.Assumed assumed() {
        return new Expectation.Assumed(
                numbers.share("agreement", request.guess().agreement(), 1, 99.9, "The agreement"),
                numbers.share("f1", request.guess().f1(), 1, 99.9, "The F1"),
                numbers.share("prevalence", request.guess().prevalence(), 0.01, 100, "The prevalence"));
    }
}
