package codeframe.table;

import codeframe.web.NumberText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the browser extension Zeeschuimer has collected: one item a line, as the platform sends it. Of its platforms
 * Instagram and TikTok are read; the columns are those that 4CAT makes of the same items.
 */
final class ZeeschuimerRows implements Rows {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LONGEST_LINE = 1 << 23;

    private final Reader text;
    private final TreeSet<String> otherPlatforms = new TreeSet<>();
    private long line;
    private long items;
    private long others;
    private long broken;
    private boolean named;
    private Optional<CollectedItem.Platform> platform = Optional.empty();
    private Optional<RawRow> ahead = Optional.empty();

    ZeeschuimerRows(Reader text) {
        this.text = text;
    }

    /** Whether a file that begins so is one of Zeeschuimer's: its first line, which may be cut, is an item. */
    static boolean begins(String start) {
        var text = start.stripLeading();
        return text.startsWith("{")
                && text.contains("\"source_platform\"")
                && (text.contains("\"item_id\"") || text.contains("\"nav_index\""));
    }

    @Override
    public Optional<RawRow> next() throws IOException, Unreadable {
        if (!named) {
            named = true;
            ahead = item();
            return Optional.of(new RawRow(
                    0,
                    0,
                    ahead.isEmpty()
                            ? InstagramItem.COLUMNS
                            : platform.orElseThrow().columns()));
        }
        var row = ahead.isPresent() ? ahead : item();
        ahead = Optional.empty();
        return row;
    }

    private Optional<RawRow> item() throws IOException, Unreadable {
        for (var item = line(); item != null; item = line()) {
            var read = item.isBlank() ? Optional.<JsonNode>empty() : json(item);
            broken += read.isEmpty() && !item.isBlank() ? 1 : 0;
            if (read.isPresent() && isRead(read.get())) {
                items++;
                var cells = platform.orElseThrow()
                        .item(read.get().path("data"))
                        .cells(read.get().path("item_id").asText(""));
                return Optional.of(new RawRow(line, line, cells));
            }
        }
        if (items == 0 && others > 0) {
            throw new Unreadable("These items of Zeeschuimer come from " + String.join(", ", otherPlatforms)
                    + "; of its platforms Instagram and TikTok are read. Upload them to 4CAT and take its CSV.");
        }
        return Optional.empty();
    }

    @Override
    public String remark() {
        var left = new ArrayList<String>();
        if (others > 0) {
            left.add(NumberText.count(others, "item", "items") + " from " + String.join(", ", otherPlatforms)
                    + ", because a file is read of one platform, Instagram or TikTok: of its first item");
        }
        if (broken > 0) {
            left.add(NumberText.count(broken, "line that is no whole item", "lines that are no whole items"));
        }
        return left.isEmpty() ? "" : "Left out: " + String.join("; ", left) + ".";
    }

    /** A file has the columns of one platform: that of its first item. */
    private boolean isRead(JsonNode item) {
        var site = item.path("source_platform").asText("an unknown platform");
        var of = CollectedItem.Platform.of(site);
        if (of.isPresent() && platform.isEmpty()) {
            platform = of;
        }
        if (of.isPresent() && of.equals(platform)) {
            return true;
        }
        otherPlatforms.add(site);
        others++;
        return false;
    }

    private static Optional<JsonNode> json(String line) {
        try {
            return Optional.of(MAPPER.readTree(line)).filter(JsonNode::isObject);
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
    }

    /** Null at the end. */
    private String line() throws IOException, Unreadable {
        int c = text.read();
        if (c < 0) {
            return null;
        }
        line++;
        var chars = new StringBuilder();
        for (; c >= 0 && c != '\n'; c = text.read()) {
            if (chars.length() == LONGEST_LINE) {
                throw new Unreadable("Line " + line + " has more than 8 million characters; that is no item.");
            }
            chars.append((char) c);
        }
        return chars.toString();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
