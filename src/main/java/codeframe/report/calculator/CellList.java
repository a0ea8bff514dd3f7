package codeframe.report.calculator;

import java.util.Arrays;

/** Codes in the order they came, each with its line; a few million of them fit. */
final class CellList {
    private static final int WIDTH = 4;

    private int[] numbers = new int[WIDTH * 1024];
    private int size;

    void add(int unit, int coder, int label, long line) {
        if (WIDTH * (size + 1) > numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        }
        int at = WIDTH * size++;
        numbers[at] = unit;
        numbers[at + 1] = coder;
        numbers[at + 2] = label;
        numbers[at + 3] = (int) line;
    }

    /** While it grows there are the old array and one twice as long. */
    long bytes() {
        return 4L * numbers.length * 3;
    }

    int size() {
        return size;
    }

    int unit(int i) {
        return numbers[WIDTH * i];
    }

    int coder(int i) {
        return numbers[WIDTH * i + 1];
    }

    int label(int i) {
        return numbers[WIDTH * i + 2];
    }

    int line(int i) {
        return numbers[WIDTH * i + 3];
    }

    /** The line on which this cell's coder coded its unit before. */
    int lineBefore(int i) {
        int earlier = 0;
        while (unit(earlier) != unit(i) || coder(earlier) != coder(i)) {
            earlier++;
        }
        return line(earlier);
    }
}
