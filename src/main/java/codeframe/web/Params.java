package codeframe.web;

import io.javalin.http.Context;

/** Reads what a path, query or form carries; what cannot be read is a refusal, never a stack trace. */
public final class Params {
    private Params() {}

    /** The number in the path; anything else is an address that does not exist. */
    public static long id(Context ctx, String name) {
        try {
            return Long.parseLong(ctx.pathParam(name));
        } catch (NumberFormatException e) {
            throw new Problem.NotFound(name);
        }
    }

    /** A field of a form, stripped; empty when it was not sent. */
    public static String text(Context ctx, String name) {
        var value = ctx.formParam(name);
        return value == null ? "" : value.strip();
    }

    public static String query(Context ctx, String name) {
        var value = ctx.queryParam(name);
        return value == null ? "" : value.strip();
    }

    /** A whole number of the query within bounds, or the fallback when it is absent. */
    public static long number(Context ctx, String name, long fallback, long least, long most) {
        return number(query(ctx, name), name, fallback, least, most);
    }

    public static long number(String text, String name, long fallback, long least, long most) {
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // told below, like a number out of range
        }
        throw new Problem.Invalid(name + " must be a whole number from " + least + " to " + most + ".");
    }
}
