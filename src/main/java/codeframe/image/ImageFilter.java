package codeframe.image;

import codeframe.web.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The one way to say "these images": parts of it are joined by and, several values of one part by or. It is the query
 * string of the gallery, and is kept in that form by runs and samples.
 *
 * @param selections pictures that were ticked and saved under a name
 * @param from first day, as 2021-04-01, or empty
 * @param to last day, or empty
 * @param text what path, caption and metadata must hold, word by word
 * @param seen what features must hold
 * @param splits how far the voters of votes differed, which tells of their codes
 * @param left what coders left open for others, in any of these ways
 * @param frames which frames of videos are among them
 * @param viewer the user who asks, 0 for nobody in particular: choosing by a code that they must not see would tell it
 */
public record ImageFilter(
        List<String> accounts,
        List<String> kinds,
        List<Long> imports,
        List<Long> samples,
        List<Long> selections,
        String from,
        String to,
        String text,
        Seen seen,
        List<CodeIs> codes,
        Differing differing,
        List<VoteSplit> splits,
        List<LeftOpen> left,
        FramesShown frames,
        long viewer) {
    /** What a filter is called by in an address. */
    public static final List<String> PARTS = List.of(
            "account",
            "kind",
            "import",
            "sample",
            "selection",
            "from",
            "to",
            "text",
            "seen",
            "seen_in",
            "code",
            "differ",
            "between",
            "split",
            "left",
            "frames");

    private static final int MOST_WORDS = 20;

    private static final List<String> OF_CODES =
            List.of("seen", "seen_in", "code", "differ", "between", "split", "left");

    public static final ImageFilter ALL = of(new FilterQuery(Map.of()));
    public static final ImageFilter WITH_FRAMES = fromQuery("frames=" + FramesShown.WITH);

    /** A coder gave this value to this variable; {@code ~unsure} and the like name a state instead of a value. */
    public record CodeIs(long coder, String variable, String value) {
        static CodeIs of(String text) {
            var parts = text.split(":", 3);
            if (parts.length < 3) {
                throw new Problem.Invalid("A filter by code must be coder:variable:value, not \"" + text + "\".");
            }
            return new CodeIs(FilterQuery.number(parts[0]), parts[1], parts[2]);
        }

        public String text() {
            return coder + ":" + variable + ":" + value;
        }

        @Override
        public String toString() {
            return text();
        }

        boolean isState() {
            return value.startsWith("~");
        }
    }

    /** Coders answered differently to a variable: some two of these coders, or of all where none is named. */
    public record Differing(String variable, List<Long> coders) {
        static Differing of(String variable, List<Long> coders) {
            if (variable.isEmpty() && !coders.isEmpty()) {
                throw new Problem.Invalid("Choose the variable to which the coders answered differently.");
            } else if (coders.stream().distinct().count() == 1) {
                throw new Problem.Invalid(
                        "It takes two coders to differ: choose a second one, or none for all coders.");
            }
            return new Differing(variable, coders);
        }

        public boolean asked() {
            return !variable.isEmpty();
        }
    }

    /** @throws Problem.Invalid when a value cannot be understood: a filter that is ignored would select too much */
    public static ImageFilter fromQuery(String query) {
        return of(FilterQuery.of(query));
    }

    private static ImageFilter of(FilterQuery query) {
        var filter = read(query);
        if (filter.words().size() > MOST_WORDS) {
            throw new Problem.Invalid("Images are looked for by at most " + MOST_WORDS + " words at a time.");
        }
        return filter;
    }

    private static ImageFilter read(FilterQuery query) {
        return new ImageFilter(
                query.texts("account"),
                query.texts("kind"),
                query.numbers("import"),
                query.numbers("sample"),
                query.numbers("selection"),
                query.day("from"),
                query.day("to"),
                query.text("text"),
                Seen.of(query.text("seen"), query.text("seen_in")),
                query.texts("code").stream().map(CodeIs::of).toList(),
                Differing.of(query.text("differ"), query.numbers("between")),
                query.texts("split").stream().map(VoteSplit::of).toList(),
                query.texts("left").stream().map(LeftOpen::of).toList(),
                FramesShown.of(query.text("frames")),
                0);
    }

    /** The same images as this person may choose them. */
    public ImageFilter seenBy(long user) {
        return new ImageFilter(
                accounts,
                kinds,
                imports,
                samples,
                selections,
                from,
                to,
                text,
                seen,
                codes,
                differing,
                splits,
                left,
                frames,
                user);
    }

    public boolean isAll() {
        return toQuery().isEmpty();
    }

    public boolean namesCodes() {
        return !codes.isEmpty() || differing.asked() || !splits.isEmpty();
    }

    /** The coders whose codes it chooses by; whoever differs from no coder in particular is not among them. */
    List<Long> coders() {
        return Stream.of(
                        codes.stream().map(CodeIs::coder),
                        differing.coders.stream(),
                        splits.stream().map(VoteSplit::coder))
                .flatMap(coders -> coders)
                .toList();
    }

    /** The images of a sample. */
    public static ImageFilter ofSample(long sample) {
        return fromQuery("sample=" + sample);
    }

    /** The filter as a query string; empty for all images. */
    public String toQuery() {
        return new FilterQuery.Writing()
                .addAll("account", accounts)
                .addAll("kind", kinds)
                .addAll("import", imports)
                .addAll("sample", samples)
                .addAll("selection", selections)
                .add("from", from)
                .add("to", to)
                .add("text", text)
                .add("seen", seen.words())
                .add("seen_in", seen.kind())
                .addAll("code", codes)
                .add("differ", differing.variable)
                .addAll("between", differing.coders)
                .addAll("split", splits)
                .addAll("left", left)
                .add("frames", frames.text())
                .toString();
    }

    /** Whether frames stay folded into their videos: unless they are asked for, or what was chosen one by one is. */
    boolean foldsFrames() {
        return frames.text().isEmpty() && samples.isEmpty() && selections.isEmpty();
    }

    /** The words that must be found. */
    List<String> words() {
        return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    /** The condition on {@code image i}, beginning with "and" or empty. */
    public ImageCondition where() {
        return ImageCondition.of(this);
    }

    ImageFilter without(String... parts) {
        return without(List.of(parts));
    }

    private ImageFilter without(List<String> parts) {
        return of(FilterQuery.of(toQuery()).without(parts)).seenBy(viewer);
    }

    /** The same but for the frames of videos. */
    public ImageFilter withFrames(String frames) {
        var others = without("frames").toQuery();
        return fromQuery(others + (others.isEmpty() ? "" : "&") + "frames=" + frames)
                .seenBy(viewer);
    }

    /** What it chooses by besides what others left open. */
    public ImageFilter withoutLeft() {
        return without("left");
    }

    /** What it chooses by besides all that others said or saw. */
    public ImageFilter withoutCodes() {
        return without(OF_CODES);
    }
}
