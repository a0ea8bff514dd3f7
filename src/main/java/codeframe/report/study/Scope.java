package codeframe.report.study;

import codeframe.user.User;
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

    /** As this person may read it. */
    public Scope seenBy(User user) {
        return ofReader(user.id());
    }

    public Scope ofReader(long reader) {
        return new Scope(sample, version, account, from, to, reader);
    }

    public Scope ofSample(long other) {
        return new Scope(other, version, account, from, to, viewer);
    }
}
