package codeframe.image;

/**
 * A picture as a screen is handed it.
 *
 * @param file the picture at the size of a screen; {@code original} as it came
 */
public record ShownPicture(long image, int width, int height, String file, String original, String small) {
    public static ShownPicture of(long project, long image, int width, int height) {
        var original = "/projects/" + project + "/images/" + image + "/file";
        return new ShownPicture(image, width, height, original + "?width=1024", original, original + "?width=256");
    }

    public static ShownPicture of(long project, UnitPictures.Part part) {
        return of(project, part.image(), part.width(), part.height());
    }
}
