package codeframe.coding.screen;

import codeframe.db.Json;
import codeframe.image.ShownPicture;
import codeframe.image.ShownVideo;
import codeframe.image.UnitPictures;
import codeframe.web.NumberText;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An image or, under its lead, a post to code, as the screen is handed it.
 *
 * @param pictures of the post that is coded, in their order; empty where an image is coded, or a post of one picture
 * @param turn goes back with the decision: it is another one when the image comes again, and nothing tells which it is
 * @param file the picture at the size of a screen, of a video its poster; {@code original} as it came
 * @param video null where the image is a picture
 * @param facts empty where the owner hides them
 * @param decided null until the coder has decided
 */
public record CodingItem(
        long image,
        UUID turn,
        int width,
        int height,
        String file,
        String original,
        String small,
        ShownVideo video,
        List<ShownPicture> pictures,
        List<Fact> facts,
        String text,
        Decided decided) {

    public record Fact(String name, String value) {}

    public record Decided(int version, String note, boolean flagged, Map<String, Decision.Given> answers) {}

    record Stored(String variable, String value, String state) {}

    static CodingItem of(
            CoderAssignment assignment,
            CodingItems.Row row,
            List<UnitPictures.Part> parts,
            Map<Long, ShownVideo> videos) {
        var lead =
                ShownPicture.of(assignment.project(), row.image(), row.width(), row.height(), videos.get(row.image()));
        return new CodingItem(
                row.image(),
                row.turn(),
                row.width(),
                row.height(),
                lead.file(),
                lead.original(),
                lead.small(),
                lead.video(),
                parts.size() < 2
                        ? List.of()
                        : parts.stream()
                                .map(part -> part.shown(assignment.project(), videos))
                                .toList(),
                assignment.hidePost() ? List.of() : facts(row),
                assignment.hidePost() || row.text() == null ? "" : row.text(),
                row.number() == null ? null : decided(row));
    }

    private static List<Fact> facts(CodingItems.Row row) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("File", row.path()));
        facts.add(new Fact("Account", row.account()));
        facts.add(new Fact("Posted", row.postedAt() == null ? null : NumberText.moment(row.postedAt())));
        facts.add(new Fact("Post", row.post()));
        facts.add(new Fact("Address", row.url()));
        facts.removeIf(fact -> fact.value() == null || fact.value().isBlank());
        for (int i = 0; i < Math.min(row.columns().size(), row.cells().size()); i++) {
            addNew(facts, row.text(), new Fact(row.columns().get(i), row.cells().get(i)));
        }
        return facts;
    }

    /** A column that only repeats what stands there already is left out. */
    private static void addNew(List<Fact> facts, String text, Fact fact) {
        var value = fact.value();
        if (value != null
                && !value.isBlank()
                && !value.equals(text)
                && facts.stream().noneMatch(known -> known.value().equals(value))) {
            facts.add(fact);
        }
    }

    private static Decided decided(CodingItems.Row row) {
        Map<String, Decision.Given> answers = new LinkedHashMap<>();
        stored(row.codes()).forEach(code -> answers.merge(code.variable(), given(code), CodingItem::both));
        return new Decided(row.number(), row.note(), row.flagged(), answers);
    }

    private static List<Stored> stored(Json codes) {
        return codes == null ? List.of() : codes.as(new TypeReference<List<Stored>>() {});
    }

    private static Decision.Given given(Stored code) {
        return code.value() == null
                ? new Decision.Given(List.of(), code.state())
                : new Decision.Given(List.of(code.value()), "");
    }

    private static Decision.Given both(Decision.Given one, Decision.Given other) {
        var values = new ArrayList<>(one.values());
        values.addAll(other.values());
        return new Decision.Given(values, one.state());
    }
}
