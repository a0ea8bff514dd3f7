package codeframe.report.regression;

import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/** The images that count, and in words how many do not, and why. */
final class Population {
    private final List<String> words = new ArrayList<>();
    private List<Long> units;

    Population(List<RegressionRows.Image> images) {
        units = images.stream().map(RegressionRows.Image::image).toList();
    }

    /** Leaves out the images of which this does not hold. */
    Population only(LongPredicate held, String why) {
        var left = units.stream().filter(held::test).toList();
        int out = units.size() - left.size();
        if (out > 0) {
            words.add(NumberText.count(out, "image is", "images are") + " left out: " + why + ".");
        }
        units = left;
        return this;
    }

    List<Long> units() {
        return units;
    }

    List<String> words() {
        return words;
    }
}
