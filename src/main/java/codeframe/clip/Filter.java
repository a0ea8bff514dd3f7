package codeframe.clip;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** Pillow's ways of resizing in the order of its numbers, each with its reach in pixels and its weight by distance. */
enum Filter {
    NEAREST(0, x -> 1),
    LANCZOS(3, Filter::lanczos),
    BILINEAR(1, x -> Math.max(0, 1 - Math.abs(x))),
    BICUBIC(2, Filter::bicubic),
    BOX(0.5, x -> x > -0.5 && x <= 0.5 ? 1 : 0),
    HAMMING(1, Filter::hamming);

    final double support;
    private final DoubleUnaryOperator weight;

    Filter(double support, DoubleUnaryOperator weight) {
        this.support = support;
        this.weight = weight;
    }

    double weight(double distance) {
        return weight.applyAsDouble(distance);
    }

    /** By Pillow's number, as Hugging Face has it, or by its name, as OpenCLIP has it. */
    static Filter of(Fields fields, String name) {
        var value = fields.get(name);
        if (!fields.has(name)) {
            return BICUBIC;
        }
        for (var filter : values()) {
            boolean named = filter.name().equals(value.asText().toUpperCase(Locale.ROOT));
            if (value.isIntegralNumber() ? value.asInt() == filter.ordinal() : named) {
                return filter;
            }
        }
        throw fields.refused(
                name,
                "Pillow’s methods are 0 nearest, 1 lanczos, 2 bilinear, 3 bicubic, 4 box and 5 hamming, and no other is offered");
    }

    private static double lanczos(double x) {
        return x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI);
    }

    private static double bicubic(double distance) {
        double x = Math.abs(distance);
        double a = -0.5;
        if (x < 1) {
            return ((a + 2) * x - (a + 3)) * x * x + 1;
        }
        return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
    }

    private static double hamming(double distance) {
        double x = Math.abs(distance) * Math.PI;
        if (x == 0) {
            return 1;
        }
        return x >= Math.PI ? 0 : Math.sin(x) / x * (0.54 + 0.46 * Math.cos(x));
    }
}
