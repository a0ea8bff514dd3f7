package codeframe.llm.ask;

import static java.util.stream.Collectors.groupingBy;

import codeframe.codebook.Unit;
import codeframe.db.Json;
import codeframe.llm.prompt.ImageTokens;
import codeframe.llm.prompt.TextTokens;
import codeframe.run.RunImage;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes ready what is sent of an image's post beside the image: words, and other pictures in their order. */
public record PostTelling(PostRows rows, SentImages images) {
    SentContent of(long project, RunImage image, RunTerms terms) {
        var own = images.of(image.sha256(), terms);
        var words = words(project, Unit.IMAGE, image.id(), terms.post());
        var all = terms.post().pictures() == 0
                ? List.<PostRows.Picture>of()
                : rows.pictures(project, List.of(image.id()));
        var chosen = chosen(all, image.id(), terms.post().pictures());
        if (chosen.size() < 2) {
            return new SentPost(words, List.of(new SentPost.Shown(1, true, image.id(), own)), 1);
        }
        var shown = new ArrayList<SentPost.Shown>();
        for (var one : chosen) {
            boolean asked = one.id() == image.id();
            shown.add(new SentPost.Shown(
                    all.indexOf(one) + 1, asked, one.id(), asked ? own : readable(one.sha256(), terms)));
        }
        return new SentPost(words, shown, all.size());
    }

    /** Null where it cannot be read, which is told to the model and is nothing against the image that is asked about. */
    SentImage readable(byte[] sha256, RunTerms terms) {
        try {
            return images.of(sha256, terms);
        } catch (ImageFailed unreadable) {
            return null;
        }
    }

    /** The image and the first of the others, in their order; nothing where the image is not a picture of its post. */
    private static List<PostRows.Picture> chosen(List<PostRows.Picture> all, long image, int most) {
        if (all.stream().noneMatch(one -> one.id() == image)) {
            return List.of();
        }
        var others = all.stream().filter(one -> one.id() != image).limit(most).toList();
        return all.stream()
                .filter(one -> one.id() == image || others.contains(one))
                .toList();
    }

    /** As a JSON object, or empty. */
    String words(long project, Unit unit, long image, PostTerms terms) {
        return words(project, unit, List.of(image), terms).getOrDefault(image, "");
    }

    /** As one JSON object by image; none for an image of which nothing of it is known. */
    Map<Long, String> words(long project, Unit unit, List<Long> ids, PostTerms terms) {
        var told = new LinkedHashMap<Long, Map<String, String>>();
        if (terms.tellsPost()) {
            rows.facts(project, ids).forEach(facts -> told.put(facts.image(), told(facts, terms)));
        }
        if (terms.transcript()) {
            rows.spoken(project, unit.word(), ids, PostTerms.MOST_SPOKEN)
                    .forEach(spoken -> told.computeIfAbsent(spoken.image(), image -> new LinkedHashMap<>())
                            .merge(
                                    unit == Unit.VIDEO ? "transcript" : "transcript of its video",
                                    told(spoken),
                                    (one, next) -> shortened(one + "\n\n" + next, PostTerms.MOST_SPOKEN)));
        }
        var words = new LinkedHashMap<Long, String>();
        told.forEach((image, facts) -> {
            if (!facts.isEmpty()) {
                words.put(image, Json.of(facts).text());
            }
        });
        return words;
    }

    private static String told(PostRows.Spoken spoken) {
        var words = spoken.text().isBlank() ? "nothing is said in it" : spoken.text();
        var cut = spoken.length() > PostTerms.MOST_SPOKEN ? words + "…" : words;
        return spoken.remark() == null ? cut : "[Not of the whole sound: " + spoken.remark() + "] " + cut;
    }

    private static Map<String, String> told(PostRows.Facts facts, PostTerms terms) {
        var told = new LinkedHashMap<String, String>();
        if (terms.account() && facts.account() != null) {
            told.put("account", facts.account());
        }
        if (terms.date() && facts.postedAt() != null) {
            told.put(
                    "date",
                    facts.postedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString());
        }
        if (terms.caption() && facts.caption() != null && !facts.caption().isBlank()) {
            told.put("caption", shortened(facts.caption().strip(), PostTerms.MOST_CHARACTERS));
        }
        return told;
    }

    private static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
    }

    /** How many tokens are sent beside the image itself, of each. */
    public List<Long> tokens(long project, List<Long> ids, String model, RunTerms terms) {
        if (!terms.post().asks()) {
            return List.of();
        }
        var words = words(project, Unit.IMAGE, ids, terms.post());
        var pictures = terms.post().pictures() == 0
                ? Map.<Long, List<PostRows.Picture>>of()
                : rows.pictures(project, ids).stream().collect(groupingBy(PostRows.Picture::image));
        return ids.stream()
                .map(id -> chosen(
                                        pictures.getOrDefault(id, List.of()),
                                        id,
                                        terms.post().pictures())
                                .stream()
                                .filter(one -> one.id() != id)
                                .mapToLong(one -> tokens(one.width(), one.height(), model, terms))
                                .sum()
                        + TextTokens.in(words.getOrDefault(id, "")))
                .toList();
    }

    /** Of a picture of that size, once it is made smaller. */
    static long tokens(int width, int height, String model, RunTerms terms) {
        double shrink = Math.min(1, (double) terms.edge() / Math.max(width, height));
        return ImageTokens.of(
                model, (int) Math.round(width * shrink), (int) Math.round(height * shrink), terms.detail());
    }
}
