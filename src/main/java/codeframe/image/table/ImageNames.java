package codeframe.image.table;

import codeframe.table.ExcelNumber;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds the image that a file of codes or features means: by number, path, path or name without extension, name, or the end of an address,
 * the most telling first, and at last whatever the case of the letters. What fits several images is reported, never guessed.
 */
public final class ImageNames {
    /** Label Studio puts eight digits before the name of an uploaded file. */
    private static final Pattern UPLOADED = Pattern.compile("[0-9a-f]{8}-(.+)");

    /** Label Studio's local files carry their path in the query. */
    private static final Pattern LOCAL = Pattern.compile(".*[?&]d=([^&]*).*");

    private final Set<Long> ids = new LinkedHashSet<>();
    private final Map<String, Set<Long>> paths = new HashMap<>();
    private final Map<String, Set<Long>> pathStems = new HashMap<>();
    private final Map<String, Set<Long>> names = new HashMap<>();
    private final Map<String, Set<Long>> stems = new HashMap<>();
    private final Map<String, Found> known = new HashMap<>();
    private final CaselessNames caseless = new CaselessNames();

    /** The image's number, or the reason why there is none. */
    public record Found(long image, String reason) {}

    /** @param path one of the paths under which the image came in */
    public void add(long id, String path) {
        ids.add(id);
        var plain = plain(path);
        put(paths, plain, id);
        put(pathStems, folder(plain) + stem(last(plain)), id);
        put(names, last(plain), id);
        put(stems, stem(last(plain)), id);
        caseless.add(id, plain, last(plain), stem(last(plain)));
    }

    private static void put(Map<String, Set<Long>> index, String key, long id) {
        index.computeIfAbsent(key, none -> new TreeSet<>()).add(id);
    }

    public Found find(String text) {
        return known.computeIfAbsent(text.strip(), this::look);
    }

    private Found look(String text) {
        if (text.isEmpty()) {
            return new Found(0, "No image is named.");
        }
        if (text.matches("\\d{1,18}") && ids.contains(Long.parseLong(text))) {
            return new Found(Long.parseLong(text), "");
        }
        for (var candidates : ways(plain(text)).values()) {
            if (!candidates.isEmpty()) {
                return one(candidates, "\"%s\" fits %d images; name them by their path or number.", text);
            }
        }
        var candidates = caseless.find(plain(text), last(text), ending(text));
        return candidates.isEmpty()
                ? new Found(0, unknown(text))
                : one(
                        candidates,
                        "\"%s\" fits %d images, if capital letters are small ones; name them by their path or number.",
                        text);
    }

    private static Found one(Set<Long> candidates, String several, String text) {
        return candidates.size() == 1
                ? new Found(candidates.iterator().next(), "")
                : new Found(0, several.formatted(text, candidates.size()));
    }

    private static String unknown(String text) {
        return ExcelNumber.isRounded(text)
                ? ExcelNumber.sentence(text)
                : "No image of this project is called \"" + text + "\".";
    }

    private Map<String, Set<Long>> ways(String text) {
        var ways = new LinkedHashMap<String, Set<Long>>();
        ways.put("path", paths.getOrDefault(text, Set.of()));
        ways.put("path stem", pathStems.getOrDefault(text, Set.of()));
        var ends = new ArrayList<>(List.of(last(text), ending(text)));
        var uploaded = UPLOADED.matcher(ending(text));
        if (uploaded.matches()) {
            ends.add(uploaded.group(1));
        }
        for (var end : ends) {
            ways.put("name " + end, names.getOrDefault(end, Set.of()));
        }
        for (var end : ends) {
            ways.put("stem " + end, stems.getOrDefault(end, Set.of()));
        }
        return ways;
    }

    /** Of an address its last part, decoded; of a local file of Label Studio the file's name. */
    private static String ending(String text) {
        var local = LOCAL.matcher(text);
        if (local.matches()) {
            return last(decoded(local.group(1)));
        }
        return last(decoded(text.replaceFirst("[?#].*$", "")));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException strayPercentSign) {
            return text;
        }
    }

    private static String plain(String path) {
        return Normalizer.normalize(path.strip(), Normalizer.Form.NFC)
                .replace('\\', '/')
                .replaceFirst("^(\\./)+", "");
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
