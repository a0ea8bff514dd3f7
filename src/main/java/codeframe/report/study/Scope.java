package codeframe.report.study;

import codeframe.project.Access;
import codeframe.user.User;
import codeframe.web.Params;
import codeframe.web.Problem;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which codings count.
 *
 * @param sample 0 for all
 * @param version of the codebook they were made with, 0 for any
 * @param account of the image, or empty
 * @param from first day of posting, as 2021-04-01, or empty
 * @param to last day, or empty
 * @param viewer who reads: of images they still code in an open sample no other codes count
 */
public record Scope(long sample, long version, String account, String from, String to, long viewer) {
    public static final Scope ALL = new Scope(0, 0, "", "", "", 0);

    public static Scope of(Context ctx) {
        return new Scope(
                Params.number(ctx, "sample", 0, 0, Long.MAX_VALUE),
                Params.number(ctx, "version", 0, 0, Integer.MAX_VALUE),
                Params.query(ctx, "account"),
                day(ctx, "from"),
                day(ctx, "to"),
                Access.user(ctx).id());
    }

    private static String day(Context ctx, String name) {
        var text = Params.query(ctx, name);
        try {
            return text.isEmpty() ? "" : LocalDate.parse(text).toString();
        } catch (DateTimeParseException notADay) {
            throw new Problem.Invalid(name + " must be a day like 2021-04-01, not \"" + text + "\".");
        }
    }

    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("sample", sample == 0 ? "" : Long.toString(sample));
        parts.put("version", version == 0 ? "" : Long.toString(version));
        parts.put("account", account);
        parts.put("from", from);
        parts.put("to", to);
        return parts;
    }

    public List<String> words() {
        var words = new ArrayList<String>();
        if (sample > 0) {
            words.add("Only images of sample " + sample + " count.");
        }
        if (version > 0) {
            words.add("Only codes given with version " + version + " of the codebook count.");
        }
        if (!account.isEmpty()) {
            words.add("Only images of the account " + account + " count.");
        }
        if (!from.isEmpty() || !to.isEmpty()) {
            words.add("Only images posted" + (from.isEmpty() ? "" : " from " + from)
                    + (to.isEmpty() ? "" : " until " + to) + " count.");
        }
        return words;
    }

    /** Whether it is more than a sample that is looked at. */
    boolean narrowed() {
        return version > 0 || !account.isEmpty() || !from.isEmpty() || !to.isEmpty();
    }

    /** As this person may read it. */
    public Scope seenBy(User user) {
        return new Scope(sample, version, account, from, to, user.id());
    }

    public Scope ofSample(long other) {
        return new Scope(other, version, account, from, to, viewer);
    }
}
