package codeframe.report.validation;

import codeframe.report.figures.PostCounts;
import codeframe.report.study.CountedUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * The units that a machine's images are: a picture is one, that of its first post meant, or as many as it has posts.
 *
 * @param dealt the posts of every image, its first one first
 */
record CountedPosts(
        CountedUnit unit, Map<Long, List<ValidationRows.Dealt>> dealt, Predicate<ValidationRows.Dealt> meant) {
    List<ValidationRows.Dealt> of(long image) {
        var posts = dealt.get(image).stream().filter(meant);
        return unit == CountedUnit.POSTS ? posts.toList() : posts.limit(1).toList();
    }

    List<ValidationRows.Dealt> of(Collection<Long> images) {
        return images.stream().flatMap(image -> of(image).stream()).toList();
    }

    static List<Long> images(List<ValidationRows.Dealt> posts) {
        return posts.stream().map(ValidationRows.Dealt::image).toList();
    }

    /** How many units the image is, none where it is not meant. */
    int times(long image) {
        return of(image).size();
    }

    double[] times(List<Long> images) {
        return images.stream().mapToDouble(this::times).toArray();
    }

    /**
     * How often each class was predicted for units that have no gold.
     *
     * @param column of an image in what was said: its class, or the last for no answer; less than 0 where it is left out
     */
    double[] unlabelled(Set<Long> gold, int classes, ToIntFunction<Long> column) {
        var counts = new double[classes + 1];
        for (long image : dealt.keySet()) {
            int given = gold.contains(image) ? -1 : column.applyAsInt(image);
            if (given >= 0) {
                counts[given] += times(image);
            }
        }
        return counts;
    }

    /** Where posts are counted, how many show each of these images, and what all of them tell. */
    Optional<PostCounts> posts(List<Long> units, ToIntFunction<Long> column) {
        var all = dealt.keySet().stream()
                .filter(image -> column.applyAsInt(image) >= 0)
                .toList();
        return unit == CountedUnit.PICTURES
                ? Optional.empty()
                : Optional.of(new PostCounts(times(units), PostCounts.alike(times(all))));
    }

    /** The same with every picture once. */
    CountedPosts pictures() {
        return new CountedPosts(CountedUnit.PICTURES, dealt, meant);
    }
}
