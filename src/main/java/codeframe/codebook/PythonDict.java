package codeframe.codebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a Python dict literal of strings to lists of strings, as pasted from a notebook: comments, trailing commas,
 * either quote, and strings side by side (which Python joins). Nothing is evaluated.
 */
final class PythonDict {
    private final String text;
    private int at;

    private PythonDict(String text) {
        this.text = text;
    }

    static boolean begins(String text) {
        return text.stripLeading().startsWith("{");
    }

    static boolean isOne(String text) {
        try {
            return !read(text).isEmpty();
        } catch (Unreadable otherwise) {
            return false;
        }
    }

    static Map<String, List<String>> read(String text) {
        var literal = new PythonDict(text);
        literal.skipName();
        var dict = literal.dict();
        literal.blank();
        if (literal.at < text.length()) {
            throw literal.unreadable("After the closing brace nothing more may stand");
        }
        return dict;
    }

    /** {@code classification_dict =} before the brace. */
    private void skipName() {
        blank();
        while (peek() == '_' || Character.isLetterOrDigit(peek())) {
            at++;
        }
        blank();
        if (peek() == '=') {
            at++;
        }
    }

    private Map<String, List<String>> dict() {
        var dict = new LinkedHashMap<String, List<String>>();
        expect('{');
        while (!next('}')) {
            var category = strings();
            expect(':');
            if (dict.putIfAbsent(category, phrases()) != null) {
                throw unreadable("The category \"" + category + "\" stands twice; keep one of them");
            }
            comma('}');
        }
        return dict;
    }

    private List<String> phrases() {
        blank();
        char end = peek() == '(' ? ')' : ']';
        expect(peek() == '(' ? '(' : '[');
        var phrases = new ArrayList<String>();
        while (!next(end)) {
            phrases.add(strings());
            comma(end);
        }
        return phrases;
    }

    /** One string, or several side by side, which are one. */
    private String strings() {
        blank();
        var joined = new StringBuilder(PythonString.at(this));
        blank();
        while (peek() == '"' || peek() == '\'') {
            joined.append(PythonString.at(this));
            blank();
        }
        return joined.toString();
    }

    private void comma(char end) {
        blank();
        if (peek() != end) {
            expect(',');
        }
    }

    private boolean next(char wanted) {
        blank();
        if (peek() == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char wanted) {
        if (!next(wanted)) {
            throw unreadable("Here a " + wanted + " is expected");
        }
    }

    private void blank() {
        while (Character.isWhitespace(peek()) || peek() == '#') {
            if (peek() == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else {
                at++;
            }
        }
    }

    char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    char take() {
        if (at >= text.length()) {
            throw unreadable("The text ends too early");
        }
        return text.charAt(at++);
    }

    boolean skip(String wanted) {
        var found = text.startsWith(wanted, at);
        at += found ? wanted.length() : 0;
        return found;
    }

    Unreadable unreadable(String sentence) {
        int line =
                1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        return new Unreadable(new Mistake(line, "", sentence + " (a dict of lists of phrases is read)."));
    }

    static final class Unreadable extends RuntimeException {
        private final transient Mistake mistake;

        Unreadable(Mistake mistake) {
            super(mistake.message());
            this.mistake = mistake;
        }

        Mistake mistake() {
            return mistake;
        }
    }
}
