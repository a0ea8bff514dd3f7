package codeframe.report.export;

import codeframe.codebook.Variable;
import codeframe.report.study.ReportedCoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * Images drawn from every category of one coder's variable, to look at as one page. The same seed over the same codes
 * draws the same images.
 *
 * @param withheld what the person who takes it away must not see, in sentences
 * @param thumbnail by image; asked for one after another while the page is written
 */
public record ContactSheet(
        String project,
        ReportedCoder coder,
        Variable variable,
        String versions,
        Instant at,
        int most,
        long seed,
        List<Group> groups,
        List<String> withheld,
        LongFunction<byte[]> thumbnail) {

    /** One category, or a state; {@code total} images have it. */
    public record Group(String key, String label, String definition, long total, List<SheetRows.Drawn> drawn) {}

    /** In the order of the codebook, then what else was coded; a category that was never used stands there with 0. */
    static List<Group> groups(Variable variable, List<SheetRows.Drawn> drawn) {
        Map<String, List<SheetRows.Drawn>> byValue = new LinkedHashMap<>();
        variable.values().forEach(value -> byValue.put(value, new ArrayList<>()));
        drawn.forEach(one ->
                byValue.computeIfAbsent(one.value(), value -> new ArrayList<>()).add(one));
        return byValue.entrySet().stream()
                .map(group -> group(variable, group.getKey(), group.getValue()))
                .toList();
    }

    private static Group group(Variable variable, String value, List<SheetRows.Drawn> drawn) {
        var category = variable.category(value);
        return new Group(
                value,
                category.map(c -> c.label().isEmpty() ? value : c.label()).orElse(value.replace('_', ' ')),
                category.map(c -> c.definition()).orElse(""),
                drawn.isEmpty() ? 0 : drawn.get(0).total(),
                drawn);
    }

    /** The picture inside the page. */
    public String picture(long image) {
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(thumbnail.apply(image));
    }

    public long drawn() {
        return groups.stream().mapToLong(group -> group.drawn().size()).sum();
    }
}
