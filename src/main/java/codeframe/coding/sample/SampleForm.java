package codeframe.coding.sample;

import codeframe.codebook.Unit;
import codeframe.codebook.Variable;
import codeframe.image.FilterWords;
import codeframe.image.ImageFilter;
import codeframe.project.Access;
import codeframe.web.Choice;
import codeframe.web.Params;
import codeframe.web.Problem;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was chosen for a new sample, what is wrong with it, and what would come of it. */
public record SampleForm(
        Planning.Offer offer,
        SampleRequest request,
        int frame,
        List<Problem.Mistake> mistakes,
        Optional<Preview> preview) {

    static SampleForm of(Planning.Offer offer, SampleRequest request, Planning.Reading reading) {
        return new SampleForm(offer, request, reading.frame(), reading.mistakes(), reading.preview());
    }

    /** A pilot of up to 200 images, each coded by up to three of those who code. */
    static SampleRequest proposed(Planning.Offer offer, ImageFilter images, int seed, boolean handpicked) {
        var people = offer.people().stream().map(one -> Long.toString(one.id())).toList();
        var variables = ofOneUnit(
                offer.version().map(version -> version.codebook().variables()).orElse(List.of()));
        var source = offer.sources().stream()
                .findFirst()
                .map(SampleOffers.Source::key)
                .orElse("");
        var pilot = SampleProposal.of(Purpose.PILOT, offer.names());
        return new SampleRequest(
                pilot.name(),
                Purpose.PILOT.word(),
                (handpicked ? Design.HANDPICKED : Design.SIMPLE).word(),
                images,
                Shown.USUAL.word(),
                new SampleRequest.By(Stratifying.By.ACCOUNT.word(), source, "10"),
                "200",
                Integer.toString(seed),
                new SampleRequest.Work(
                        variables,
                        people,
                        Integer.toString(Math.max(1, Math.min(3, people.size()))),
                        pilot.overlap(),
                        false,
                        GoldRule.UNANIMOUS.word(),
                        SampleRequest.Again.NEVER),
                SampleRequest.Guess.USUAL);
    }

    private static List<String> ofOneUnit(List<Variable> variables) {
        return variables.stream()
                .filter(variable -> variable.unit() == variables.get(0).unit())
                .map(Variable::key)
                .toList();
    }

    /** @param size asked for, cut to what there is */
    static SampleRequest sized(SampleRequest request, int frame) {
        int size = Math.max(1, Math.min(frame, Integer.parseInt(request.size())));
        return new SampleRequest(
                request.name(),
                request.purpose(),
                request.design(),
                request.images(),
                request.shown(),
                request.by(),
                Integer.toString(size),
                request.seed(),
                request.work(),
                request.guess());
    }

    static SampleRequest typed(Context ctx) {
        return new SampleRequest(
                Params.text(ctx, "name"),
                Params.text(ctx, "purpose"),
                Params.text(ctx, "design"),
                ImageFilter.fromQuery(Params.text(ctx, "images"))
                        .seenBy(Access.user(ctx).id()),
                Params.text(ctx, "shown").isEmpty() ? Shown.USUAL.word() : Params.text(ctx, "shown"),
                new SampleRequest.By(Params.text(ctx, "by"), Params.text(ctx, "of"), Params.text(ctx, "floor")),
                Params.text(ctx, "size"),
                Params.text(ctx, "seed"),
                new SampleRequest.Work(
                        ctx.formParams("variables"),
                        ctx.formParams("people"),
                        Params.text(ctx, "codersEach"),
                        Params.text(ctx, "overlap"),
                        Params.text(ctx, "hidePost").equals("true"),
                        Params.text(ctx, "goldRule"),
                        new SampleRequest.Again(
                                Params.text(ctx, "again"), Params.text(ctx, "againOf"), Params.text(ctx, "againDays"))),
                new SampleRequest.Guess(
                        Params.text(ctx, "agreement"), Params.text(ctx, "f1"), Params.text(ctx, "prevalence")));
    }

    /** What the chosen variables are asked of. */
    public Unit unit() {
        return new SampleWorkParser(request.work(), offer, new SampleRequestNumbers()).unit();
    }

    /** What is wrong with a field, or null. */
    public String mistake(String field) {
        return Problem.Mistake.of(mistakes, field);
    }

    public String images() {
        return FilterWords.of(request.images());
    }

    public boolean handpicked() {
        return request.design().equals(Design.HANDPICKED.word());
    }

    public boolean stratified() {
        return request.design().equals(Design.STRATIFIED.word());
    }

    public List<Choice> byChoices() {
        return Stream.of(Stratifying.By.values())
                .filter(by -> by != Stratifying.By.NONE
                        && (!by.ofRun() || offer.sources().stream().anyMatch(by::takes)))
                .map(by -> new Choice(by.word(), by.label()))
                .toList();
    }

    public List<Choice> sourceChoices() {
        return offer.sources().stream()
                .map(source -> new Choice(source.key(), source.name() + ": " + label(source.variable())))
                .toList();
    }

    private String label(String variable) {
        return offer.version()
                .flatMap(version -> version.codebook().variable(variable))
                .map(Variable::label)
                .orElse(variable);
    }

    public List<Choice> shownChoices() {
        return Arrays.stream(Shown.values())
                .map(one -> new Choice(one.word(), one.label()))
                .toList();
    }

    public List<Choice> againChoices() {
        return List.of(
                new Choice(SampleRequest.Again.PERCENT, "% of each coder's " + unit().many()),
                new Choice(SampleRequest.Again.IMAGES, unit().many() + " of each coder"));
    }

    public List<Choice> goldChoices() {
        return Arrays.stream(GoldRule.values())
                .map(rule -> new Choice(rule.word(), rule.label()))
                .toList();
    }
}
