package codeframe.coding.sample;

import codeframe.codebook.Unit;
import codeframe.codebook.Variable;
import codeframe.codebook.Version;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads who is to code what of a request. */
final class SampleWorkParser {
    private static final int MOST_DAYS = 3650;

    private final SampleRequest.Work request;
    private final Planning.Offer offer;
    private final SampleRequestNumbers numbers;

    SampleWorkParser(SampleRequest.Work request, Planning.Offer offer, SampleRequestNumbers numbers) {
        this.request = request;
        this.offer = offer;
        this.numbers = numbers;
    }

    SamplePlan.Work work(Supplier<GoldRule> rule) {
        if (offer.version().isEmpty()) {
            numbers.wrong("variables", "No codebook is published yet. Publish one, then draw a sample.");
        }
        var people = people();
        int each = numbers.whole(
                "codersEach", request.codersEach(), 1, Math.max(1, people.size()), "The number of coders an image");
        double overlap = each < 2 ? 0 : numbers.share("overlap", request.overlap(), 0, 100, "The overlap");
        return new SamplePlan.Work(
                offer.version().map(Version::id).orElse(0L),
                variables(),
                unit(),
                people,
                each,
                overlap,
                request.hidePost(),
                rule.get(),
                again(request.again()));
    }

    /** Nothing where nothing is to come again. */
    private Optional<SecondCodingPlan> again(SampleRequest.Again again) {
        if (again.amount().matches("0*([.,]0*)?")) {
            return Optional.empty();
        }
        int days =
                numbers.whole("againDays", again.days(), 0, MOST_DAYS, "The number of days until an image comes again");
        return switch (again.unit()) {
            case SampleRequest.Again.PERCENT ->
                Optional.of(SecondCodingPlan.ofShare(
                        numbers.share("again", again.amount(), 1, 100, "The share that comes again"), days));
            case SampleRequest.Again.IMAGES ->
                Optional.of(SecondCodingPlan.ofNumber(
                        numbers.whole(
                                "again", again.amount(), 1, Integer.MAX_VALUE, "The number of images that come again"),
                        days));
            default -> {
                numbers.wrong("againOf", "Choose whether a share or a number of each coder's images comes again.");
                yield Optional.empty();
            }
        };
    }

    private List<Long> people() {
        var people = offer.people().stream()
                .map(SampleOffers.Person::id)
                .filter(id -> request.people().contains(Long.toString(id)))
                .toList();
        if (people.isEmpty()) {
            numbers.wrong("people", "Choose at least one person to code.");
        } else if (people.size() < request.people().stream().distinct().count()) {
            numbers.wrong("people", "Only owners and coders of this project can code; somebody named is neither.");
        }
        return people;
    }

    /** That of the first of the variables; they must all have it. */
    Unit unit() {
        return chosen().map(Variable::unit).findFirst().orElse(Unit.IMAGE);
    }

    private Stream<Variable> chosen() {
        return offer.version().map(version -> version.codebook().variables()).orElse(List.of()).stream()
                .filter(variable -> request.variables().contains(variable.key()));
    }

    private List<String> variables() {
        refuseOtherUnits();
        var known = offer.version().map(version -> version.codebook().keys()).orElse(List.of());
        var variables = known.stream().filter(request.variables()::contains).toList();
        if (offer.version().isPresent() && variables.isEmpty()) {
            numbers.wrong("variables", "Choose at least one variable to code.");
        }
        request.variables().stream()
                .filter(key -> !known.contains(key) && offer.version().isPresent())
                .findFirst()
                .ifPresent(key -> numbers.wrong("variables", "The codebook has no variable \"" + key + "\"."));
        return variables;
    }

    private void refuseOtherUnits() {
        chosen().filter(variable -> variable.unit() != unit()).findFirst().ifPresent(other -> {
            var first = chosen().findFirst().orElseThrow();
            numbers.wrong(
                    "variables",
                    "\"" + first.label() + "\" is asked of " + first.unit().many() + " and \"" + other.label()
                            + "\" of " + other.unit().many() + ". A sample is of one unit: draw a sample for each.");
        });
    }
}
