package codeframe.report.study;

import codeframe.codebook.Unit;
import codeframe.web.NumberText;
import java.util.List;
import java.util.function.LongFunction;

/**
 * The images behind a number, a page of them.
 *
 * @param blind how many are not shown because the reader still codes them
 * @param next the address of the next page, or null
 */
public record ImagesOfCell(
        Unit unit,
        String title,
        String backPath,
        String backLabel,
        long total,
        long blind,
        List<Seen> images,
        String next) {
    private static final int AT_ONCE = 60;

    /** {@code said} is what each coder gave, in words. */
    public record Seen(long id, String path, Long post, List<String> said) {}

    /** @param page counted from 0 */
    public static List<Seen> page(List<CellImages.Named> images, long page, LongFunction<List<String>> said) {
        return images.stream()
                .skip(page * AT_ONCE)
                .limit(AT_ONCE)
                .map(image -> new Seen(image.id(), image.path(), image.post(), said.apply(image.id())))
                .toList();
    }

    public static boolean goesOn(List<CellImages.Named> images, long page) {
        return images.size() > (page + 1) * AT_ONCE;
    }

    /** Where one of them has its page. */
    public String page(long project, Seen seen) {
        return "/projects/" + project
                + (unit == Unit.POST && seen.post() != null ? "/posts/" + seen.post() : "/images/" + seen.id());
    }

    public String lead() {
        var lead = unit.count(total);
        return blind == 0
                ? lead + "."
                : lead + ", of which " + NumberText.count(blind) + " are not shown because you code them yourself.";
    }
}
