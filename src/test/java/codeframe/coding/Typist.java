package codeframe.coding;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Somebody who codes by keyboard alone, and the codes that were typed: "image variable value". */
final class Typist {
    private static final List<String> TYPES = List.of("poster", "crowd", "portrait");
    private static final List<String> SIZES = List.of("small", "large");
    private static final List<String> OBJECTS = List.of("flag", "lectern", "microphone");

    private final Random random;
    final Set<String> typed = new TreeSet<>();
    private Page page;

    Typist(int seed) {
        random = new Random(seed);
    }

    void sitDown(Page at) {
        page = at;
        page.waitForFunction("document.querySelector('#saved')?.textContent");
    }

    /** The image on the screen, or nothing when there is none to code. */
    String image() {
        page.waitForFunction(
                "() => !document.querySelector('#answers').hidden || !document.querySelector('#end').hidden");
        return (String) page.evaluate("""
                () => document.querySelector('#answers').hidden ? ''
                    : document.querySelector('#canvas img').src.match(/images\\/(\\d+)/)[1]""");
    }

    boolean done() {
        return image().isEmpty();
    }

    /** Mostly a poster with a flag, so that some codes agree. */
    void codeOne() {
        var image = image();
        int type = random.nextInt(3) > 0 ? 0 : random.nextInt(3);
        press(type + 1);
        note(image, "image_type", TYPES.get(type));
        if (TYPES.get(type).equals("crowd")) {
            int size = random.nextInt(2);
            press(size + 1);
            note(image, "crowd_size", SIZES.get(size));
        } else {
            note(image, "crowd_size", "not_applicable");
        }
        objects().forEach(object -> {
            press(object + 1);
            note(image, "objects", object == 3 ? "none_of_these" : OBJECTS.get(object));
        });
        page.keyboard().press("Enter");
        page.waitForFunction("""
                was => document.querySelector('#answers').hidden
                    || !document.querySelector('#canvas img').src.includes('images/' + was + '/')""", image);
    }

    private List<Integer> objects() {
        return switch (random.nextInt(4)) {
            case 0 -> List.of(3);
            case 1 -> List.of(0, 1);
            default -> List.of(0);
        };
    }

    private void press(int digit) {
        page.keyboard().press(Integer.toString(digit));
    }

    private void note(String image, String variable, String value) {
        typed.add(image + " " + variable + " " + value);
    }

    List<String> codes(String name) {
        return new ArrayList<>(typed.stream().map(code -> name + " " + code).toList());
    }
}
