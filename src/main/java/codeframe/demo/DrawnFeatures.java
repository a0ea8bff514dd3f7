package codeframe.demo;

import codeframe.feature.FeatureRows.Feature;
import codeframe.image.Detection;
import codeframe.image.FeatureKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is in a drawing, as captions, objects and text of tools would have it: told by the drawing itself, so that it is
 * right, and without confidences or boxes, which nobody measured.
 */
record DrawnFeatures(DrawnScene scene) {
    /** Small: what is drawn does not depend on the number of pixels. */
    private static final int SMALLER = 10;

    private static final Set<Fact> OBJECTS = EnumSet.of(
            Fact.FLAGS,
            Fact.MICROPHONE,
            Fact.STAGE,
            Fact.LIGHTS,
            Fact.CAMERA,
            Fact.SCREEN,
            Fact.CHAIRS,
            Fact.SIGNS,
            Fact.GLASSES,
            Fact.PHONE,
            Fact.TREES,
            Fact.DRINK,
            Fact.TABLE,
            Fact.WINDOW,
            Fact.LAMP,
            Fact.HELMET,
            Fact.CAR,
            Fact.BUS,
            Fact.TRAIN,
            Fact.LOGO);
    private static final Set<Fact> AROUND =
            EnumSet.of(Fact.INDOORS, Fact.OUTDOORS, Fact.SUNNY, Fact.CLOUDY, Fact.NIGHT, Fact.WATER);
    private static final Map<Fact, String> PEOPLE = Map.of(
            Fact.NO_PEOPLE, "nobody",
            Fact.ONE_PERSON, "one person",
            Fact.TWO_PEOPLE, "two people",
            Fact.GROUP, "a group of people",
            Fact.CROWD, "a crowd");

    static DrawnFeatures of(DemoPosts.Picture picture) {
        return new DrawnFeatures(
                Scene.draw(picture.kind(), picture.width() / SMALLER, picture.height() / SMALLER, picture.seed()));
    }

    List<Feature> features(long image) {
        var words = String.join("\n", scene.words());
        var things = objects();
        return List.of(
                new Feature(FeatureKind.CAPTION.word(), image, "done", caption(), List.of(), null),
                new Feature(FeatureKind.TEXT.word(), image, outcome(words.isEmpty()), words, List.of(), null),
                new Feature(
                        FeatureKind.OBJECTS.word(),
                        image,
                        outcome(things.isEmpty()),
                        things.stream().map(Detection::name).collect(Collectors.joining(" ")),
                        things,
                        null));
    }

    private static String outcome(boolean nothing) {
        return nothing ? "empty" : "done";
    }

    /** "Press conference, indoors: a group of people, microphone, screen." */
    String caption() {
        var what = new ArrayList<>(List.of(name(scene.kind())));
        named(AROUND).forEach(what::add);
        var shown = new ArrayList<String>();
        scene.facts().stream().filter(PEOPLE::containsKey).map(PEOPLE::get).forEach(shown::add);
        shown.addAll(named(OBJECTS));
        return String.join(", ", what) + (shown.isEmpty() ? "" : ": " + String.join(", ", shown)) + ".";
    }

    /** People are counted as far as they were. */
    List<Detection> objects() {
        var things = new ArrayList<Detection>();
        if (scene.facts().contains(Fact.ONE_PERSON)) {
            things.add(Detection.named("Person"));
        } else if (scene.facts().contains(Fact.TWO_PEOPLE)) {
            things.add(Detection.named("Person"));
            things.add(Detection.named("Person"));
        }
        scene.facts().stream()
                .filter(OBJECTS::contains)
                .map(fact -> Detection.named(name(fact)))
                .forEach(things::add);
        return things;
    }

    private List<String> named(Set<Fact> meant) {
        return scene.facts().stream()
                .filter(meant::contains)
                .map(fact -> name(fact).toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String name(Enum<?> constant) {
        var words = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
