package codeframe.removal;

import codeframe.web.Problem;
import java.util.List;

/**
 * Which images are to go: some by their numbers, all that a filter of the gallery selects, or those of an import.
 *
 * @param images none where the filter or the import says it
 * @param query a filter, or empty
 * @param importId 0 where no import is undone
 */
public record RemovalRequest(List<Long> images, String query, long importId) {
    public static RemovalRequest of(List<String> images, String query) {
        if (images.isEmpty() && query.isEmpty()) {
            throw new Problem.Invalid("Tick the images that are meant, or filter first. Nothing was removed.");
        }
        return new RemovalRequest(
                images.stream().map(RemovalRequest::number).distinct().toList(), images.isEmpty() ? query : "", 0);
    }

    public static RemovalRequest ofImage(long image) {
        return new RemovalRequest(List.of(image), "", 0);
    }

    public static RemovalRequest ofImport(long importId) {
        return new RemovalRequest(List.of(), "", importId);
    }

    private static long number(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new Problem.Invalid("An image is named by its number, not by \"" + text + "\". Nothing was removed.");
        }
        return Long.parseLong(text);
    }

    public boolean undoes() {
        return importId > 0;
    }

    public boolean ofOne() {
        return images.size() == 1;
    }
}
