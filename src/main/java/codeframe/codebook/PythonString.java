package codeframe.codebook;

/** One Python or JSON string literal with its escapes. */
final class PythonString {
    private PythonString() {}

    static String at(PythonDict source) {
        boolean raw = source.skip("r") || source.skip("R");
        if (!raw && source.peek() == 'u') {
            source.take();
        }
        var quote = quote(source);
        var text = new StringBuilder();
        while (!source.skip(quote)) {
            char c = source.take();
            if (c == '\\' && !raw) {
                escape(source, text);
            } else if (c == '\n' && quote.length() == 1) {
                throw source.unreadable("A string is not closed on its line");
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static String quote(PythonDict source) {
        for (var quote : new String[] {"\"\"\"", "'''", "\"", "'"}) {
            if (source.skip(quote)) {
                return quote;
            }
        }
        throw source.unreadable("Here text in quotes is expected");
    }

    private static void escape(PythonDict source, StringBuilder text) {
        char c = source.take();
        switch (c) {
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case 'r', '\n' -> text.append("");
            case 'x' -> text.appendCodePoint(hex(source, 2));
            case 'u' -> text.append((char) hex(source, 4));
            case 'U' -> text.appendCodePoint(hex(source, 8));
            case '\\', '\'', '"', '/' -> text.append(c);
            default -> text.append('\\').append(c);
        }
    }

    private static int hex(PythonDict source, int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(source.take(), 16);
            if (digit < 0) {
                throw source.unreadable("An escape such as \\u00e4 has a letter that is no hexadecimal digit");
            }
            value = value * 16 + digit;
        }
        if (!Character.isValidCodePoint(value)) {
            throw source.unreadable("An escape names no character");
        }
        return value;
    }
}
