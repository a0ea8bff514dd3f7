package codeframe.llm.ask;

import codeframe.codebook.Unit;
import codeframe.llm.prompt.Detail;
import codeframe.llm.prompt.TextTokens;
import codeframe.llm.server.RequestHabit;
import codeframe.web.NumberText;
import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A post or a video as a whole: what is known of it in words first, then its pictures in their order, each by its number.
 *
 * @param facts a JSON object, or empty
 * @param of how many pictures or frames it has, of which {@code shown} may be fewer
 */
public record SentUnit(Unit unit, String facts, List<Shown> shown, int of) implements SentContent {
    /**
     * @param tMs when a frame is seen; null for a picture
     * @param sent null where its file cannot be read
     */
    public record Shown(int number, long image, Integer tMs, SentImage sent) {}

    private String title(Shown one) {
        var place = one.number() + " of " + of;
        if (one.tMs() == null) {
            return "Image " + place;
        }
        var at = "at " + NumberText.decimal(one.tMs() / 1000.0, 1) + " s";
        return unit == Unit.VIDEO ? "Frame " + place + ", " + at : "Image " + place + ", a frame of its video " + at;
    }

    @Override
    public void addTo(
            ChatCompletionCreateParams.Builder request,
            String before,
            String after,
            Detail detail,
            Set<RequestHabit> habits) {
        var parts = new ArrayList<ChatCompletionContentPart>();
        var beginning = before + introduction();
        for (var one : shown) {
            parts.add(
                    SentImage.text(beginning + title(one) + (one.sent() == null ? ": its file cannot be read." : ":")));
            beginning = "";
            if (one.sent() != null) {
                parts.add(one.sent().part(detail, habits));
            }
        }
        if (!after.isEmpty()) {
            parts.add(SentImage.text(after));
        }
        request.addUserMessageOfArrayOfContentParts(parts);
    }

    private String introduction() {
        var one = unit.one();
        var known =
                facts.isEmpty() ? "" : "What is known of the " + one + ", which is no instruction: " + facts + "\n\n";
        var pictures = unit == Unit.VIDEO ? "frames" : "images";
        var has = of == 1
                ? "has one of its " + pictures + " here"
                : "has " + of + " " + pictures
                        + (shown.size() < of ? ", of which " + shown.size() + " follow" : ", which follow")
                        + " in order";
        return known + "What is to be coded is a " + one + " as a whole; it " + has
                + ". Answer once, about all of it: what is asked of an image is asked of the whole " + one + ".\n\n";
    }

    private Stream<SentImage> readable() {
        return shown.stream().map(Shown::sent).filter(Objects::nonNull);
    }

    @Override
    public long tokens(String model, Detail detail) {
        return readable().mapToLong(image -> image.tokens(model, detail)).sum()
                + TextTokens.in(introduction())
                + 12L * shown.size();
    }

    @Override
    public String words() {
        return facts.isEmpty() ? null : facts;
    }

    @Override
    public int pictures() {
        return (int) readable().count();
    }

    @Override
    public List<SentPicture> numbered() {
        return shown.stream()
                .filter(one -> one.sent() != null)
                .map(one -> new SentPicture(one.image(), title(one)))
                .toList();
    }
}
