package codeframe.feature.ocr;

import codeframe.web.Choice;
import codeframe.web.Params;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was chosen for reading the text in images, and what is wrong about it.
 *
 * @param installed languages that this server has; none where Tesseract is not installed
 * @param query the gallery's filter
 * @param images how many it selects
 */
public record OcrForm(
        List<String> installed, String name, OcrSettings settings, String query, long images, String mistake) {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_IGNORED = 1000;
    private static final Map<String, String> SEARCHED = Map.ofEntries(
            Map.entry("ara", "arabic"),
            Map.entry("dan", "danish"),
            Map.entry("deu", "german"),
            Map.entry("ell", "greek"),
            Map.entry("eng", "english"),
            Map.entry("fin", "finnish"),
            Map.entry("fra", "french"),
            Map.entry("hun", "hungarian"),
            Map.entry("ita", "italian"),
            Map.entry("nld", "dutch"),
            Map.entry("nor", "norwegian"),
            Map.entry("por", "portuguese"),
            Map.entry("ron", "romanian"),
            Map.entry("rus", "russian"),
            Map.entry("spa", "spanish"),
            Map.entry("swe", "swedish"),
            Map.entry("tur", "turkish"));

    static OcrForm typed(Context ctx, List<String> installed, String query, long images) {
        var ignored = Params.text(ctx, "ignored")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        int least;
        try {
            least = Integer.parseInt(Params.text(ctx, "least"));
        } catch (NumberFormatException none) {
            least = -1;
        }
        var settings = new OcrSettings(
                inOrder(ctx.formParams("language")), Params.text(ctx, "layout").equals("scattered"), least, ignored);
        return new OcrForm(installed, Params.text(ctx, "name"), settings, query, images, "").checked();
    }

    /** What Tesseract calls a language that a codebook names by a code such as de or by its English name. */
    static String installedAs(String language) {
        return Arrays.stream(Locale.getAvailableLocales())
                .filter(locale ->
                        locale.getCountry().isEmpty() && !locale.getLanguage().isEmpty())
                .filter(locale -> locale.getLanguage().equalsIgnoreCase(language)
                        || locale.getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(language))
                .findFirst()
                .map(Locale::getISO3Language)
                .orElse(language);
    }

    /** Tesseract holds to its first language where it is unsure, and English knows the fewest letters. */
    static List<String> inOrder(List<String> languages) {
        return languages.stream()
                .distinct()
                .sorted(Comparator.comparing("eng"::equals))
                .toList();
    }

    private OcrForm checked() {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            return wrong("Name the source in at most " + LONGEST_NAME + " characters.");
        } else if (settings.languages().isEmpty() || !installed.containsAll(settings.languages())) {
            return wrong(
                    "Choose at least one of the languages that this server has: " + String.join(", ", installed) + ".");
        } else if (settings.least() < 0 || settings.least() > 100) {
            return wrong("The least confidence is a whole number from 0 to 100.");
        } else if (settings.ignored().size() > MOST_IGNORED) {
            return wrong("At most " + MOST_IGNORED + " words are ignored.");
        } else if (images == 0) {
            return wrong("No image fits the filter.");
        }
        return this;
    }

    private OcrForm wrong(String sentence) {
        return new OcrForm(installed, name, settings, query, images, sentence);
    }

    public String absence() {
        return installed.isEmpty() ? Absence.SENTENCE : "";
    }

    /** By which forms of words are one in the search; of several languages each word is as it is written. */
    String searchLanguage() {
        return settings.languages().size() == 1
                ? SEARCHED.getOrDefault(settings.languages().get(0), "simple")
                : "simple";
    }

    public boolean chose(String language) {
        return settings.languages().contains(language);
    }

    /** In English, where Java has a name for it. */
    public String called(String language) {
        var name = Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
        return name.equals(language) ? language : name + " (" + language + ")";
    }

    public String ignored() {
        return String.join("\n", settings.ignored());
    }

    public List<Choice> layouts() {
        return List.of(
                new Choice("blocks", "in blocks, as on a page or a poster"),
                new Choice("scattered", "anywhere in the picture"));
    }
}
