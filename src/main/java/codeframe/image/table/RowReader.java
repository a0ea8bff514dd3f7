package codeframe.image.table;

import codeframe.table.ExcelNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the fields of a row out of its cells, as the mapping says. */
public final class RowReader {
    // Several addresses in one cell are joined by commas, and an address may itself contain one.
    private static final Pattern NEXT_ADDRESS = Pattern.compile("[,;|\\s]\\s*(?=https?://)");
    private static final Pattern NEXT_NAME = Pattern.compile("\\s*[,;|]\\s*");

    private final Map<Field, Integer> positions = new EnumMap<>(Field.class);

    public RowReader(ColumnMapping mapping, List<String> header) {
        mapping.within(header).columns().forEach((field, column) -> positions.put(field, header.indexOf(column)));
    }

    public String text(Field field, List<String> cells) {
        Integer position = positions.get(field);
        return position == null || position >= cells.size()
                ? ""
                : cells.get(position).strip();
    }

    /** The post's id; of an address its last part, which is where platforms put the id. One that was rounded is none. */
    public String post(List<String> cells) {
        String post = text(Field.POST, cells);
        if (ExcelNumber.isRounded(post)) {
            return "";
        }
        return post.startsWith("http://") || post.startsWith("https://")
                ? FilePath.ofAddress(post).name()
                : post;
    }

    public Optional<Instant> postedAt(List<String> cells) {
        return PostedAt.parse(text(Field.POSTED_AT, cells));
    }

    /** Every file that the row names: usually one, of a carousel several. */
    public List<FilePath> files(List<String> cells) {
        String cell = text(Field.IMAGE, cells);
        if (cell.isEmpty()) {
            return List.of();
        }
        Set<FilePath> files = new LinkedHashSet<>();
        if (cell.contains("://")) {
            NEXT_ADDRESS.splitAsStream(cell).map(FilePath::ofAddress).forEach(files::add);
        } else {
            files.add(FilePath.of(cell));
            NEXT_NAME.splitAsStream(cell).map(FilePath::of).forEach(files::add);
        }
        files.removeIf(file -> file.name().isEmpty());
        return new ArrayList<>(files);
    }
}
