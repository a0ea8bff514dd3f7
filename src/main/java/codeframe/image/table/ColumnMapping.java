package codeframe.image.table;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which column of a table holds which field. {@code profile} tells where the mapping came from. */
public record ColumnMapping(String profile, Map<Field, String> columns) {
    public static final String GUESSED = "guessed";
    public static final String CHOSEN = "chosen";

    // Compared without case, spaces and punctuation; the first name that a table has is taken.
    private static final Map<Field, List<String>> NAMES = Map.of(
            Field.IMAGE,
            List.of("imagepath", "filepath", "localpath", "path", "filename", "imagefile", "image", "file"),
            Field.POST,
            List.of("postid", "shortcode", "objectid", "itemid", "tweetid", "messageid", "mediaid", "code", "id"),
            Field.ACCOUNT,
            List.of("username", "account", "accountname", "author", "screenname", "handle", "user", "pagename", "page"),
            Field.POSTED_AT,
            List.of(
                    "postedat",
                    "timestamp",
                    "timeofposting",
                    "postcreated",
                    "createdat",
                    "createdtime",
                    "takenat",
                    "datetime",
                    "date"),
            Field.KIND,
            List.of("kind", "typeofcontent", "mediatype", "contenttype", "posttype", "type"),
            Field.TEXT,
            List.of("caption", "text", "body", "message", "posttext", "description", "title"),
            Field.URL,
            List.of("posturl", "permalink", "url", "link"));

    /** A known tool's columns where all of them are there; otherwise what the names suggest. */
    public static ColumnMapping suggest(List<String> header) {
        return Profile.KNOWN.stream()
                .filter(profile -> profile.fits(header))
                .findFirst()
                .map(Profile::mapping)
                .orElseGet(() -> guess(header));
    }

    private static ColumnMapping guess(List<String> header) {
        var columns = new EnumMap<Field, String>(Field.class);
        Set<String> taken = new HashSet<>();
        for (Field field : Field.values()) {
            named(field, header).filter(taken::add).ifPresent(column -> columns.put(field, column));
        }
        return new ColumnMapping(GUESSED, columns);
    }

    private static Optional<String> named(Field field, List<String> header) {
        return NAMES.get(field).stream()
                .flatMap(name -> header.stream().filter(column -> plain(column).equals(name)))
                .findFirst();
    }

    private static String plain(String column) {
        return column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    public Optional<String> column(Field field) {
        return Optional.ofNullable(columns.get(field));
    }

    /** The same mapping without columns that this table does not have. */
    public ColumnMapping within(List<String> header) {
        var present = new EnumMap<Field, String>(Field.class);
        columns.forEach((field, column) -> {
            if (header.contains(column)) {
                present.put(field, column);
            }
        });
        return new ColumnMapping(profile, present);
    }
}
