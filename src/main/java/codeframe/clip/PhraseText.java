package codeframe.clip;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The clean-up and splitting before byte pair encoding, as in OpenAI's clip/simple_tokenizer.py: HTML entities twice,
 * white space to one blank, lower case. Not reproduced: ftfy's repair of wrongly decoded text, and named entities
 * beyond those listed here.
 */
final class PhraseText {
    /** White space of the regular expressions; Python's strip() also takes the separators U+001C to U+001F. */
    private static final String SPACE =
            "[\\t-\\r\\x20\\x85\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";

    private static final String ENDS = "[\\x1c-\\x1f" + SPACE.substring(1) + "+";
    private static final Pattern STRIP = Pattern.compile("^" + ENDS + "|" + ENDS + "$");
    private static final Pattern SPACES = Pattern.compile(SPACE + "+");
    private static final Pattern ENTITY =
            Pattern.compile("&(#[0-9]+|#[xX][0-9a-fA-F]+|amp|lt|gt|quot|apos(?=;)|nbsp);?");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00a0");
    private static final Pattern WORD = Pattern.compile(
            "<\\|startoftext\\|>|<\\|endoftext\\|>|'s|'t|'re|'ve|'m|'ll|'d|\\p{L}+|\\p{N}|[^\\p{L}\\p{N}"
                    + SPACE.substring(1) + "+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private PhraseText() {}

    static Iterable<String> words(String phrase) {
        return () -> WORD.matcher(clean(phrase))
                .results()
                .map(found -> found.group())
                .iterator();
    }

    private static String clean(String phrase) {
        return spaced(unescape(unescape(phrase))).toLowerCase(Locale.ROOT);
    }

    /** White space to one blank, and none at the ends. */
    static String spaced(String phrase) {
        var text = STRIP.matcher(phrase).replaceAll("");
        return STRIP.matcher(SPACES.matcher(text).replaceAll(" ")).replaceAll("");
    }

    /** HTML entities read. */
    static String unescape(String text) {
        return ENTITY.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(character(found.group(1), found.group())));
    }

    private static String character(String entity, String otherwise) {
        if (NAMED.containsKey(entity)) {
            return NAMED.get(entity);
        }
        boolean hexadecimal = entity.charAt(1) == 'x' || entity.charAt(1) == 'X';
        try {
            int code = Integer.parseInt(entity.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
            return Character.isValidCodePoint(code) ? Character.toString(code) : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
