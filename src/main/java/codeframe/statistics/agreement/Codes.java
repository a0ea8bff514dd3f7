package codeframe.statistics.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What every coder gave to every unit: the index of a category, or {@link #MISSING}. */
public final class Codes {
    public static final short MISSING = -1;
    public static final int MOST_CATEGORIES = Short.MAX_VALUE;

    private final int units;
    private final int coders;
    private final int categories;
    private final short[] cells;

    /** Cells row by row, one row per unit; the array is taken over, not copied. */
    public Codes(int units, int coders, int categories, short[] cells) {
        if ((long) units * coders != cells.length) {
            throw new IllegalArgumentException("the cells are not units x coders");
        }
        this.units = units;
        this.coders = coders;
        this.categories = categories;
        this.cells = cells;
    }

    public int units() {
        return units;
    }

    public int coders() {
        return coders;
    }

    public int categories() {
        return categories;
    }

    public int code(int unit, int coder) {
        return cells[unit * coders + coder];
    }

    /** Counts the codes of one unit into the tally, which is emptied first. */
    void tally(int unit, CategoryTally into) {
        into.clear();
        int from = unit * coders;
        for (int cell = from; cell < from + coders; cell++) {
            if (cells[cell] != MISSING) {
                into.add(cells[cell]);
            }
        }
    }

    /** The codes of these coders alone, in this order. */
    public Codes of(int... chosen) {
        var kept = new short[units * chosen.length];
        for (int unit = 0; unit < units; unit++) {
            for (int i = 0; i < chosen.length; i++) {
                kept[unit * chosen.length + i] = cells[unit * coders + chosen[i]];
            }
        }
        return new Codes(units, chosen.length, categories, kept);
    }

    /** These units alone, in this order. */
    public Codes ofUnits(List<Integer> chosen) {
        var kept = new short[chosen.size() * coders];
        for (int i = 0; i < chosen.size(); i++) {
            System.arraycopy(cells, chosen.get(i) * coders, kept, i * coders, coders);
        }
        return new Codes(chosen.size(), coders, categories, kept);
    }

    /** The binary split: 1 where this category was given, 0 where another was (Krippendorff 2018, ch. 12). */
    public Codes split(int category) {
        return split(code -> code == category);
    }

    /** 1 where the category given is one of these, 0 where it is another. */
    public Codes split(IntPredicate some) {
        var split = new short[cells.length];
        for (int cell = 0; cell < cells.length; cell++) {
            split[cell] = cells[cell] == MISSING ? MISSING : (short) (some.test(cells[cell]) ? 1 : 0);
        }
        return new Codes(units, coders, 2, split);
    }

    /** How often each category was given. */
    public long[] uses() {
        var uses = new long[categories];
        for (short cell : cells) {
            if (cell != MISSING) {
                uses[cell]++;
            }
        }
        return uses;
    }

    /** How many coders gave at least one code. */
    public long activeCoders() {
        return IntStream.range(0, coders)
                .filter(coder -> IntStream.range(0, units).anyMatch(unit -> code(unit, coder) != MISSING))
                .count();
    }

    /** Codes on units with at least two codes, and how many such units there are. */
    public Pairable pairable() {
        var tally = new CategoryTally();
        long codes = 0;
        long pairableUnits = 0;
        long pairs = 0;
        for (int unit = 0; unit < units; unit++) {
            tally(unit, tally);
            long given = tally.total();
            if (given >= 2) {
                codes += given;
                pairableUnits++;
                pairs += given * (given - 1) / 2;
            }
        }
        return new Pairable(pairableUnits, codes, pairs);
    }

    public record Pairable(long units, long codes, long pairs) {}

    @Override
    public boolean equals(Object other) {
        return other instanceof Codes codes
                && codes.coders == coders
                && codes.categories == categories
                && Arrays.equals(codes.cells, cells);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cells);
    }
}
