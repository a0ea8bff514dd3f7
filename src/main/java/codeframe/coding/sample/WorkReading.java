package codeframe.coding.sample;

import codeframe.codebook.Version;
import java.util.List;
import java.util.function.Supplier;

/** Reads who is to code what of a wish. */
final class WorkReading {
    private final SampleWish.Work wish;
    private final Planning.Offer offer;
    private final WishNumbers numbers;

    WorkReading(SampleWish.Work wish, Planning.Offer offer, WishNumbers numbers) {
        this.wish = wish;
        this.offer = offer;
        this.numbers = numbers;
    }

    Plan.Work work(Supplier<GoldRule> rule) {
        if (offer.version().isEmpty()) {
            numbers.wrong("variables", "No codebook is published yet. Publish one, then draw a sample.");
        }
        var people = people();
        int each = numbers.whole(
                "codersEach", wish.codersEach(), 1, Math.max(1, people.size()), "The number of coders an image");
        double overlap = each < 2 ? 0 : numbers.share("overlap", wish.overlap(), 0, 100, "The overlap");
        return new Plan.Work(
                offer.version().map(Version::id).orElse(0L),
                variables(),
                people,
                each,
                overlap,
                wish.hidePost(),
                rule.get());
    }

    private List<Long> people() {
        var people = offer.people().stream()
                .map(SampleOffers.Person::id)
                .filter(id -> wish.people().contains(Long.toString(id)))
                .toList();
        if (people.isEmpty()) {
            numbers.wrong("people", "Choose at least one person to code.");
        } else if (people.size() < wish.people().stream().distinct().count()) {
            numbers.wrong("people", "Only owners and coders of this project can code; somebody named is neither.");
        }
        return people;
    }

    private List<String> variables() {
        var known = offer.version().map(version -> version.codebook().keys()).orElse(List.of());
        var variables = known.stream().filter(wish.variables()::contains).toList();
        if (offer.version().isPresent() && variables.isEmpty()) {
            numbers.wrong("variables", "Choose at least one variable to code.");
        }
        wish.variables().stream()
                .filter(key -> !known.contains(key) && offer.version().isPresent())
                .findFirst()
                .ifPresent(key -> numbers.wrong("variables", "The codebook has no variable \"" + key + "\"."));
        return variables;
    }
}
