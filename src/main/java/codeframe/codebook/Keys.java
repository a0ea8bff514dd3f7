package codeframe.codebook;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Stable keys made from labels: "Straße oder Platz" becomes {@code strasse_oder_platz}. */
public final class Keys {
    public static final int LONGEST = 63;
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]*");
    /** TVStudio is tv_studio and RolledUpSleeves rolled_up_sleeves. */
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("ä", "ae"),
            Map.entry("ö", "oe"),
            Map.entry("ü", "ue"),
            Map.entry("ß", "ss"),
            Map.entry("æ", "ae"),
            Map.entry("ø", "oe"),
            Map.entry("å", "aa"),
            Map.entry("œ", "oe"),
            Map.entry("ł", "l"),
            Map.entry("đ", "d"),
            Map.entry("ð", "d"),
            Map.entry("þ", "th"),
            Map.entry("ı", "i"));

    private Keys() {}

    public static boolean valid(String key) {
        return key.length() <= LONGEST && KEY.matcher(key).matches();
    }

    /** The label in a key's letters; the word given stands in, or before, where the label has no letter to start with. */
    public static String of(String label, String word) {
        var composed = Normalizer.normalize(label, Normalizer.Form.NFC);
        var text = HUMP.matcher(composed).replaceAll("_").toLowerCase(Locale.ROOT);
        for (var letter : LETTERS.entrySet()) {
            text = text.replace(letter.getKey(), letter.getValue());
        }
        text = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        text = text.replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        if (text.isEmpty()) {
            return word;
        }
        return shortened(Character.isDigit(text.charAt(0)) ? word + "_" + text : text, LONGEST);
    }

    public static String unique(String key, Collection<String> taken) {
        var candidate = key;
        for (int n = 2; taken.contains(candidate); n++) {
            candidate = shortened(key, LONGEST - 5) + "_" + n;
        }
        return candidate;
    }

    private static String shortened(String key, int length) {
        return key.length() <= length ? key : key.substring(0, length).replaceAll("_+$", "");
    }
}
