package codeframe.web.plot;

import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;

/** Puts values of a range on a drawn axis. */
public record AxisScale(double from, double to) {
    public static final AxisScale SHARE = new AxisScale(0, 1);

    /** The place of a value as a percentage of the axis, such as "43.2%". */
    public String percent(double value) {
        return at(value, 100) + "%";
    }

    /** The place of a value on an axis of the given length, held within it. */
    public String at(double value, double length) {
        double share = to == from ? 0 : (value - from) / (to - from);
        return NumberText.decimal(Math.min(1, Math.max(0, share)) * length, 2);
    }

    /** As {@link #at}, measured from the top, as drawings are. */
    public String down(double value, double length) {
        return NumberText.decimal(length - Double.parseDouble(at(value, length)), 2);
    }

    public boolean crossesZero() {
        return from < 0 && to > 0;
    }

    /** Five evenly spaced values for the axis. */
    public List<Double> ticks() {
        var ticks = new ArrayList<Double>();
        for (int i = 0; i <= 4; i++) {
            ticks.add(from + (to - from) * i / 4);
        }
        return ticks;
    }

    /** A tick with as many digits as tell it from its neighbours. */
    public String text(double tick) {
        double step = Math.abs(to - from) / 4;
        if (step >= 1 && step == Math.rint(step)) {
            return NumberText.count(Math.round(tick));
        }
        return NumberText.decimal(tick, step >= 0.5 ? 1 : 2);
    }
}
