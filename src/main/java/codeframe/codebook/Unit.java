package codeframe.codebook;

import codeframe.web.NumberText;
import codeframe.web.Word;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a variable is asked of, and what figures about it count. A post or a video is coded under one image, its lead. */
public enum Unit implements Word {
    IMAGE("Each image", "image", "images", "Bild", "Bilder"),
    POST("Each post, with all its pictures", "post", "posts", "Beitrag", "Beiträge"),
    VIDEO("Each video", "video", "videos", "Video", "Videos");

    private static final String QUOTED = "\"[^\"]*\"";
    private static final String IMAGES = "(?<![\\w-])(?:([Aa])n )?([Ii])mage(s?)(?![\\w-])";

    private final String title;
    private final String one;
    private final String many;
    private final String eines;
    private final String viele;

    Unit(String title, String one, String many, String eines, String viele) {
        this.title = title;
        this.one = one;
        this.many = many;
        this.eines = eines;
        this.viele = viele;
    }

    public String title() {
        return title;
    }

    /** "post" */
    public String one() {
        return one;
    }

    /** "posts" */
    public String many() {
        return many;
    }

    /** "Posts" */
    public String heading() {
        return capital(many);
    }

    /** "Post", at the beginning of a sentence */
    public static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    public String words(long n) {
        return n == 1 ? one : many;
    }

    public String germanWords(long n) {
        return n == 1 ? eines : viele;
    }

    /** What all of these count: "posts", or "units" where they are of different things. */
    public static String common(Collection<Unit> units) {
        var different = units.stream().distinct().toList();
        return different.size() == 1 ? different.get(0).many : "units";
    }

    /** "1,240 posts" */
    public String count(long n) {
        return NumberText.count(n, one, many);
    }

    /**
     * A sentence about images, of these: "No image has a code" is "No post has a code".
     *
     * @param names that stay as they are, as does what stands in quotation marks
     */
    public String said(String ofImages, List<String> names) {
        return this == IMAGE ? ofImages : said(ofImages, names, one, many);
    }

    /** The same where they are of different things: "No image has a code" is "No unit has a code". */
    public static String saidOfUnits(String ofImages, List<String> names) {
        return said(ofImages, names, "unit", "units");
    }

    private static String said(String ofImages, List<String> names, String one, String many) {
        var kept = names.stream()
                .filter(name -> !name.isBlank())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(name -> "(?<!\\w)" + Pattern.quote(name) + "(?!\\w)|")
                .collect(Collectors.joining());
        return Pattern.compile(QUOTED + "|" + kept + IMAGES)
                .matcher(ofImages)
                .replaceAll(found -> Matcher.quoteReplacement(said(found, one, many)));
    }

    public String said(String ofImages) {
        return said(ofImages, List.of());
    }

    private static String said(MatchResult found, String one, String many) {
        if (found.group(2) == null) {
            return found.group();
        }
        var word = found.group(3).isEmpty() ? one : many;
        return found.group(1) != null
                ? found.group(1) + " " + word
                : found.group(2).equals("I") ? capital(word) : word;
    }

    /** Whether it may consist of several images. */
    public boolean several() {
        return this != IMAGE;
    }

    /** Keeps the usual unit out of the document, so that codebooks without posts and videos stay as they were. */
    static final class Filter {
        @Override
        public boolean equals(Object other) {
            return other == null || other == IMAGE;
        }

        @Override
        public int hashCode() {
            return IMAGE.hashCode();
        }
    }
}
