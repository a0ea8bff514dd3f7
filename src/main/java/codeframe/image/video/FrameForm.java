package codeframe.image.video;

import codeframe.web.Params;
import codeframe.web.Problem;
import io.javalin.http.Context;
import java.util.List;

/** The rule for frames as a form sends it; a form without these fields asks for the default. */
public final class FrameForm {
    private static final String ASKED = "frames_asked";

    private FrameForm() {}

    /** @throws Problem.Invalid with what is wrong */
    public static FrameRule read(Context ctx) {
        if (Params.text(ctx, ASKED).isEmpty()) {
            return FrameRule.DEFAULT;
        }
        List<String> shots = ctx.formParams("frames_shots");
        return new FrameRule(
                        number(ctx, "frames_every", 0),
                        shots,
                        number(ctx, "frames_threshold", FrameRule.DEFAULT.threshold()),
                        (int) number(ctx, "frames_most", FrameRule.DEFAULT.most()))
                .checked();
    }

    private static double number(Context ctx, String name, double absent) {
        var text = Params.text(ctx, name).replace(',', '.');
        try {
            return text.isEmpty() ? absent : Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            throw new Problem.Invalid("The rule for frames needs numbers, not \"" + text + "\".");
        }
    }
}
