package codeframe.report.methods;

import codeframe.codebook.CodebookJson;
import codeframe.codebook.Variable;
import codeframe.report.agreement.AgreementStudy;
import codeframe.report.published.PublishedCases;
import codeframe.report.regression.Regressed;
import codeframe.report.study.StudySamples;
import codeframe.report.validation.Validated;
import codeframe.web.NumberText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The eleven points of statistics.md, section 6, from what is recorded; the rest is said to be missing. */
final class Checklist {
    private final Known known;
    private final List<AgreementStudy.Opened> agreement;
    private final List<Validated> validations;
    private final Optional<Regressed> regression;

    Checklist(
            Known known,
            List<AgreementStudy.Opened> agreement,
            List<Validated> validations,
            Optional<Regressed> regression) {
        this.known = known;
        this.agreement = agreement;
        this.validations = validations;
        this.regression = regression;
    }

    List<ChecklistItem> items(Methods.Study study) {
        var judged = new JudgedPoints(known, agreement, validations, regression);
        return List.of(
                corpus(),
                codebook(),
                coders(),
                sample(),
                judged.variables(),
                judged.categories(),
                gold(),
                judged.machine(),
                judged.validation(),
                judged.estimates(),
                software(study));
    }

    private ChecklistItem corpus() {
        var corpus = known.corpus();
        return new ChecklistItem.Facts()
                .add("images (units)", NumberText.count(corpus.images()))
                .add("unit of coding", "one image; images of the same content are one")
                .add("posts", corpus.posts() == 0 ? "" : NumberText.count(corpus.posts()))
                .add("accounts", corpus.accounts() == 0 ? "" : NumberText.count(corpus.accounts()))
                .add("time span", span(corpus.from(), corpus.to()))
                .add("imports", NumberText.count(corpus.imports()))
                .add("damaged images kept", NumberText.count(corpus.damaged()))
                .add("exclusions", "")
                .add("licence or consent", "")
                .item(1, "Corpus");
    }

    private static String span(Instant from, Instant to) {
        return from == null || to == null ? "" : NumberText.moment(from) + " to " + NumberText.moment(to);
    }

    private ChecklistItem codebook() {
        var facts = new ChecklistItem.Facts();
        for (var version : known.versions()) {
            facts.add(
                    "version " + version.number(),
                    "published " + NumberText.moment(version.publishedAt()) + ", SHA-256 " + version.hash()
                            + (version.note().isBlank() ? "" : ", note: " + version.note()));
        }
        if (!known.versions().isEmpty()) {
            var latest = known.versions().get(known.versions().size() - 1);
            CodebookJson.read(latest.content().text())
                    .variables()
                    .forEach(variable -> facts.add(variable.label(), described(variable)));
        }
        return facts.item(2, "Codebook");
    }

    private static String described(Variable variable) {
        var categories = variable.values().isEmpty() ? "no categories" : String.join(", ", variable.values());
        return variable.type().toString().toLowerCase(Locale.ROOT) + ", "
                + variable.level().toString().toLowerCase(Locale.ROOT) + "; " + categories
                + (variable.unsure() ? "; unsure could be chosen" : "; unsure could not be chosen");
    }

    private ChecklistItem coders() {
        var facts = new ChecklistItem.Facts();
        var people = known.coders().stream()
                .filter(coder -> !coder.kind().equals("gold"))
                .toList();
        facts.add("coders", people.size());
        for (var coder : people) {
            facts.add(
                    coder.name(),
                    (coder.role() == null ? coder.kind() : coder.role()) + ", "
                            + NumberText.count(coder.codings(), "coding", "codings") + ", of which "
                            + NumberText.count(coder.assisted()) + " with a machine's suggestion in sight (left out), "
                            + span(coder.first(), coder.last()));
        }
        return facts.add(
                        "independence",
                        "while a sample is open the product shows its coders neither each other's nor a machine's codes")
                .add(
                        "training rounds",
                        known.samples().stream()
                                .filter(sample -> sample.purpose().equals("training")
                                        || sample.purpose().equals("pilot"))
                                .map(sample -> sample.purpose() + " \"" + sample.name() + "\", "
                                        + NumberText.count(sample.size(), "image", "images"))
                                .collect(Collectors.joining("; ")))
                .item(3, "Coders");
    }

    private ChecklistItem sample() {
        var facts = new ChecklistItem.Facts();
        var samples = known.basis().reliability().samples();
        samples.forEach(drawn -> drawn(facts, drawn));
        if (samples.isEmpty()) {
            facts.add("how drawn", "").add("seed", "");
        }
        facts.addAll("rests on", known.basis().sentences());
        for (var opened : agreement) {
            var thirds = opened.drift().thirds().stream()
                    .map(third -> third.name() + " " + Sentences.told(third.alpha()) + " (n = " + third.units() + ")")
                    .collect(Collectors.joining("; "));
            facts.add("drift, " + opened.line().variable().label(), thirds);
        }
        return facts.add("rule for its size", "").item(4, "Reliability sample");
    }

    private void drawn(ChecklistItem.Facts facts, StudySamples.Drawn drawn) {
        facts.add("how drawn", drawn.design() + ", of " + NumberText.count(drawn.frameSize()) + " images")
                .add("name and purpose", drawn.name() + ", " + drawn.purpose())
                .add("seed", drawn.seed())
                .add("n images", NumberText.count(drawn.size()))
                .add("removed later", NumberText.count(drawn.removed()))
                .add("share of the frame", NumberText.percent(drawn.size(), drawn.frameSize()))
                .add(
                        "planned overlap",
                        NumberText.percent(drawn.overlap()) + " of the images by " + drawn.codersEach()
                                + " coders each or more")
                .add("drawn on", NumberText.moment(drawn.createdAt()))
                .addAll(
                        "codes per image",
                        known.overlaps().stream()
                                .filter(overlap -> overlap.sample() == drawn.id())
                                .map(overlap -> NumberText.count(overlap.images()) + " images with " + overlap.codes())
                                .toList());
    }

    private ChecklistItem gold() {
        var facts = new ChecklistItem.Facts();
        facts.addAll(
                "rule",
                known.basis().gold().samples().stream()
                        .map(StudySamples.Drawn::goldRule)
                        .toList());
        for (var route : known.routes()) {
            facts.add(
                    "settled as " + route.provenance(),
                    NumberText.count(route.codes(), "code", "codes") + ", " + NumberText.count(route.reasons())
                            + " with a reason in writing");
        }
        if (known.routes().isEmpty()) {
            facts.add("codes by route", "");
        }
        return facts.add("reliability", "computed on the codes before they were settled; gold is not among its coders")
                .item(7, "Disagreements and gold");
    }

    private static ChecklistItem software(Methods.Study study) {
        var cases = PublishedCases.computed();
        return new ChecklistItem.Facts()
                .add("program", "Codeframe " + study.version())
                .add("written on", NumberText.moment(study.madeAt()))
                .add("data hash (SHA-256)", study.hash())
                .add("seeds", "bootstrap 1; samples and runs as above")
                .add(
                        "self-test",
                        cases.holding() + " of " + cases.count() + " published values recomputed as printed, now")
                .add("formulas", "named with every figure and on the page \"About the numbers\"")
                .item(11, "Software");
    }
}
