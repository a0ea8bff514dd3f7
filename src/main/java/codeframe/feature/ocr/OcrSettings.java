package codeframe.feature.ocr;

import java.util.List;

/**
 * How text is read.
 *
 * @param languages as Tesseract calls them, such as deu
 * @param scattered whether text stands anywhere in the picture, and not in blocks as on a page
 * @param least confidence of a word, from 0 to 100; what is less sure is left out
 * @param ignored words or whole lines that are not the picture's own, such as the buttons of an app
 */
public record OcrSettings(List<String> languages, boolean scattered, int least, List<String> ignored) {
    static final int USUAL_LEAST = 50;
}
