package codeframe.image.table;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A path as its parts, alike for both slashes and for the decomposed letters that macOS writes. */
public record FilePath(List<String> parts) {
    private static final Pattern SLASH = Pattern.compile("[/\\\\]+");
    private static final Pattern ID_AT_END = Pattern.compile(".*(?:\\[([\\w-]{6,32})]|[_-](\\d{10,24}))");
    private static final Pattern NUMBERED = Pattern.compile("(.+)[_-](\\d{1,3})");

    public static FilePath of(String path) {
        // A zero character means nothing in a name, and PostgreSQL keeps none.
        var text = Normalizer.normalize(path.replace("\0", "").strip(), Normalizer.Form.NFC);
        return new FilePath(Arrays.stream(SLASH.split(text))
                .filter(part -> !part.isEmpty() && !part.equals(".") && !part.equals(".."))
                .toList());
    }

    static FilePath ofAddress(String address) {
        String path = address.strip().replaceFirst("^https?://[^/?#]*", "").replaceFirst("[?#].*$", "");
        return of(decoded(path));
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException strayPercentSign) {
            return path;
        }
    }

    public String name() {
        return parts.isEmpty() ? "" : parts.get(parts.size() - 1);
    }

    /** The name without its extension. */
    String stem() {
        int dot = name().lastIndexOf('.');
        return dot > 0 ? name().substring(0, dot) : name();
    }

    /** The stem without the number that tells the pictures of one post apart: {@code id_2} is of {@code id}. */
    Optional<String> stemOfSeries() {
        var matcher = NUMBERED.matcher(stem());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Which picture of its post a file is, as the number at the end of its name tells. */
    public Optional<Integer> placeInSeries() {
        var matcher = NUMBERED.matcher(stem());
        return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(2))) : Optional.empty();
    }

    /** Whether both names are the same but for their extensions and the case of their letters. */
    public boolean sameName(FilePath other) {
        return folded().stem().equals(other.folded().stem());
    }

    /** The platform's number of the post, where programs that download put it last: {@code title [id]}, {@code account_video_id}. */
    Optional<String> idAtEnd() {
        var matcher = ID_AT_END.matcher(stem());
        return matcher.matches()
                ? Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
                : Optional.empty();
    }

    String folder() {
        return parts.size() < 2 ? "" : parts.get(parts.size() - 2);
    }

    /** The last so many parts, joined. */
    String tail(int count) {
        return String.join("/", parts.subList(parts.size() - count, parts.size()));
    }

    /** The same whatever the case of its letters. */
    FilePath folded() {
        return new FilePath(parts.stream().map(FilePath::folded).toList());
    }

    static String folded(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return String.join("/", parts);
    }
}
