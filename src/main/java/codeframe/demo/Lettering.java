package codeframe.demo;

import java.awt.Color;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Capital letters and figures of our own, drawn as strokes, so that no font of the machine shows in a picture. */
final class Lettering {
    static final List<String> WORDS = List.of(
            ("VOTE WAHL ZUKUNFT TOGETHER CHANGE NOW KLIMA FUTURE JETZT PEOPLE POWER FREIHEIT STRONG LAND EUROPE "
                            + "2021 MUT YES STOP RESPEKT TEAM SICHER WORK HEIMAT NEU FAIR")
                    .split(" "));

    /** Strokes on a grid 4 wide and 6 high; a pair of digits is a point, a bar lifts the pen. */
    private static final Map<Character, String> STROKES = strokes(
            "A 06 20 46|14 34",
            "B 00 30 41 42 33 03|33 44 45 36 06 00",
            "C 41 30 10 01 05 16 36 45",
            "D 00 30 41 45 36 06 00",
            "E 40 00 06 46|03 33",
            "F 40 00 06|03 33",
            "G 41 30 10 01 05 16 36 45 43 23",
            "H 00 06|40 46|03 43",
            "I 00 06",
            "J 40 45 36 16 05",
            "K 00 06|40 03 46",
            "L 00 06 46",
            "M 06 00 23 40 46",
            "N 06 00 46 40",
            "O 10 01 05 16 36 45 41 30 10",
            "P 06 00 30 41 42 33 03",
            "Q 10 01 05 16 36 45 41 30 10|34 46",
            "R 06 00 30 41 42 33 03|23 46",
            "S 41 30 10 01 02 13 33 44 45 36 16 05",
            "T 00 40|20 26",
            "U 00 05 16 36 45 40",
            "V 00 26 40",
            "W 00 16 22 36 40",
            "X 00 46|40 06",
            "Y 00 23 40|23 26",
            "Z 00 40 06 46",
            "0 10 01 05 16 36 45 41 30 10",
            "1 01 20 26",
            "2 01 10 30 41 42 06 46",
            "3 00 40 23 33 44 45 36 16 05",
            "4 36 30 04 44",
            "5 40 00 03 33 44 45 36 16 05",
            "6 30 10 01 05 16 36 45 44 33 03",
            "7 00 40 16",
            "8 13 02 01 10 30 41 42 33 13 04 05 16 36 45 44 33",
            "9 43 13 02 01 10 30 41 45 36 16",
            "! 00 04|06 06");

    private static final double GAP = 1.7;

    private Lettering() {}

    private static Map<Character, String> strokes(String... glyphs) {
        var map = new HashMap<Character, String>();
        for (var glyph : glyphs) {
            map.put(glyph.charAt(0), glyph.substring(2));
        }
        return Map.copyOf(map);
    }

    /** Writes from the upper left corner, smaller than asked for where it would be too wide; returns the height. */
    static double write(Canvas canvas, Color colour, String text, double x, double y, double height, double widest) {
        canvas.letter(text);
        double unit = Math.min(height / 6, widest / Math.max(1, width(text)));
        double at = x + unit / 2;
        for (char letter : text.toCharArray()) {
            if (letter != ' ') {
                glyph(canvas, colour, STROKES.getOrDefault(letter, ""), at, y, unit);
            }
            at += (advance(letter) + GAP) * unit;
        }
        return unit * 6;
    }

    private static void glyph(Canvas canvas, Color colour, String strokes, double x, double y, double unit) {
        for (var stroke : strokes.split("\\|")) {
            var points = stroke.split(" ");
            var path = new double[points.length * 2];
            for (int i = 0; i < points.length; i++) {
                path[2 * i] = x + (points[i].charAt(0) - '0') * unit;
                path[2 * i + 1] = y + (points[i].charAt(1) - '0') * unit;
            }
            canvas.line(colour, unit * 1.15, path);
        }
    }

    private static double width(String text) {
        return text.chars().mapToDouble(letter -> advance((char) letter) + GAP).sum();
    }

    private static double advance(char letter) {
        return letter == 'I' || letter == '!' ? 0 : letter == ' ' ? 1.5 : 4;
    }
}
