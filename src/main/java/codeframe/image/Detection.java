package codeframe.image;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An object or a label that a service found in an image.
 *
 * @param confidence from 0 to 1, or null where none is given
 * @param corners of its box or outline, none where none is given
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Detection(String name, Double confidence, List<Corner> corners) {

    public Detection {
        corners = corners == null ? List.of() : List.copyOf(corners);
    }

    /** In shares of the image's width and height, from the top left. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Corner(double x, double y) {}

    /** The name alone, where it has no place. */
    public static Detection named(String name) {
        return new Detection(name, null, List.of());
    }

    /** Its corners as SVG writes them, in pixels of the image. */
    public String points(int width, int height) {
        return String.join(
                " ",
                corners.stream()
                        .map(corner -> Math.round(corner.x * width) + "," + Math.round(corner.y * height))
                        .toList());
    }

    public long left(int width) {
        return Math.round(corners.stream().mapToDouble(Corner::x).min().orElse(0) * width);
    }

    public long top(int height) {
        return Math.round(corners.stream().mapToDouble(Corner::y).min().orElse(0) * height);
    }

    boolean hasPlace() {
        return !corners.isEmpty();
    }
}
