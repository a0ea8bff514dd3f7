package codeframe.image;

/**
 * A picture or a video as a screen is handed it.
 *
 * @param file the picture at the size of a screen, of a video its poster; {@code original} as it came
 * @param video null of a picture
 */
public record ShownPicture(
        long image, int width, int height, String file, String original, String small, ShownVideo video) {
    public static ShownPicture of(long project, long image, int width, int height, ShownVideo video) {
        var original = original(project, image);
        return new ShownPicture(image, width, height, original + "?width=1024", original, small(project, image), video);
    }

    static String small(long project, long image) {
        return original(project, image) + "?width=256";
    }

    private static String original(long project, long image) {
        return "/projects/" + project + "/images/" + image + "/file";
    }
}
