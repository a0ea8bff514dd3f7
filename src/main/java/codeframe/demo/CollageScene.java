package codeframe.demo;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Several pictures and text blocks in one. */
final class CollageScene {
    private CollageScene() {}

    private record Cell(int column, int row) {}

    static void collage(Sketch sketch) {
        var canvas = sketch.canvas();
        var chance = sketch.chance();
        canvas.band(
                sketch.mainColour(
                        Ink.RED, Ink.BLUE, Ink.GREEN, Ink.YELLOW, Ink.ORANGE, Ink.PURPLE, Ink.WHITE, Ink.BLACK),
                canvas.top,
                canvas.bottom);
        sketch.fact(Fact.TEXT);
        int columns = chance.count(2, 3);
        int rows = chance.count(2, 3);
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < columns * rows; i++) {
            cells.add(new Cell(i % columns, i / columns));
        }
        chance.shuffle(cells);
        int texts = chance.count(1, 2);
        for (int i = 0; i < cells.size(); i++) {
            cell(sketch, cells.get(i), columns, rows, i < texts);
        }
        if (chance.odds(.45)) {
            canvas.rect(Ink.PAPER, .1, .42, .9, .58);
            DrawnThings.slogan(sketch, .14, .455, .72, .09, Ink.COAL, 1);
        }
    }

    private static void cell(Sketch sketch, Cell cell, int columns, int rows, boolean text) {
        var canvas = sketch.canvas();
        double width = (canvas.right - canvas.left) / columns;
        double height = (canvas.bottom - canvas.top) / rows;
        double x = canvas.left + cell.column() * width;
        double y = canvas.top + cell.row() * height;
        double gap = .012;
        if (text) {
            textBlock(sketch, x + gap, y + gap, x + width - gap, y + height - gap);
        } else {
            try (var part = canvas.inset(x + gap, y + gap, x + width - gap, y + height - gap)) {
                // What is true of a small picture is not said of the whole.
                sketch.chance().of(pictures()).paint(new Sketch(part, sketch.chance(), EnumSet.noneOf(Fact.class)));
            }
        }
    }

    /** Asked for when drawn: the kinds are not all there yet while the first of them is made. */
    private static List<Kind> pictures() {
        return List.of(
                Kind.RALLY,
                Kind.LECTERN,
                Kind.PORTRAIT,
                Kind.HANDSHAKE,
                Kind.MOUNTAINS,
                Kind.CITY,
                Kind.FOOD,
                Kind.STREET_TALK,
                Kind.SELFIE,
                Kind.FACTORY,
                Kind.HOME);
    }

    private static void textBlock(Sketch sketch, double x0, double y0, double x1, double y1) {
        var colour = sketch.vivid();
        var ink = Ink.readableOn(colour);
        sketch.canvas().rect(colour, x0, y0, x1, y1);
        double high =
                Lettering.write(sketch.canvas(), ink, DrawnThings.word(sketch), x0 + .03, y0 + .04, .09, x1 - x0 - .06);
        DrawnThings.print(sketch, sketch.canvas(), x0 + .03, y0 + high + .08, x1 - .03, y1 - .02, ink, 3);
    }
}
