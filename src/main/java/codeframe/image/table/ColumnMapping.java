package codeframe.image.table;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which column of a table holds which field. {@code profile} tells where the mapping came from. */
public record ColumnMapping(String profile, Map<Field, String> columns) {
    public static final String GUESSED = "guessed";
    public static final String CHOSEN = "chosen";

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
            ColumnNames.column(field, header).filter(taken::add).ifPresent(column -> columns.put(field, column));
        }
        return new ColumnMapping(GUESSED, columns);
    }

    /** Whether rows can find their images by it: by the image's file or by the post. */
    public boolean findsImages() {
        return columns.containsKey(Field.IMAGE) || columns.containsKey(Field.POST);
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
