package codeframe.report.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which codings count. It does not know who reads: a report has the same numbers for everybody.
 *
 * @param sample 0 for what the project's reports rest on, or {@link #TOGETHER}
 * @param version of the codebook they were made with, 0 for any
 * @param account of a post that shows the image, or empty
 * @param from first day of posting, as 2021-04-01, or empty
 * @param to last day, or empty
 */
public record Scope(long sample, long version, String account, String from, String to) {
    /** All that is closed, counted together. */
    public static final long TOGETHER = -1;

    static final String TOGETHER_WORD = "all";

    public static final Scope ALL = new Scope(0, 0, "", "", "");

    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("sample", sampleWord());
        parts.put("version", version == 0 ? "" : Long.toString(version));
        parts.put("account", account);
        parts.put("from", from);
        parts.put("to", to);
        return parts;
    }

    /** The sample in an address. */
    public String sampleWord() {
        if (sample == TOGETHER) {
            return TOGETHER_WORD;
        }
        return sample == 0 ? "" : Long.toString(sample);
    }

    public List<String> words() {
        var words = new ArrayList<String>();
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
    public boolean narrowed() {
        return version > 0 || !account.isEmpty() || !from.isEmpty() || !to.isEmpty();
    }

    Scope ofVersion(long other) {
        return new Scope(sample, other, account, from, to);
    }

    public Scope ofSample(long other) {
        return new Scope(other, version, account, from, to);
    }
}
