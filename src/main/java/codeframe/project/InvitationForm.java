package codeframe.project;

import codeframe.web.Choice;
import codeframe.web.Params;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was typed to invite somebody, and what is wrong with it by field. */
public record InvitationForm(String role, String days, String note, Map<String, String> mistakes) {
    public static final List<Choice> ROLES = List.of(
            new Choice("coder", "coder: codes images"),
            new Choice("viewer", "viewer: looks at everything"),
            new Choice("owner", "owner: may change everything"));

    private static final int MOST_DAYS = 90;
    private static final int LONGEST_NOTE = 200;

    static InvitationForm empty() {
        return new InvitationForm("coder", "14", "", Map.of());
    }

    static InvitationForm of(Context ctx) {
        var mistakes = new LinkedHashMap<String, String>();
        var role = Params.text(ctx, "role");
        var days = Params.text(ctx, "days");
        var note = Params.text(ctx, "note");
        if (ROLES.stream().noneMatch(choice -> choice.value().equals(role))) {
            mistakes.put("role", "The role must be owner, coder or viewer.");
        }
        if (!days.matches("\\d{1,3}") || Integer.parseInt(days) < 1 || Integer.parseInt(days) > MOST_DAYS) {
            mistakes.put("days", "An invitation is good for 1 to " + MOST_DAYS + " days.");
        }
        if (note.length() > LONGEST_NOTE) {
            mistakes.put("note", "The note has at most " + LONGEST_NOTE + " characters.");
        }
        return new InvitationForm(role, days, note, mistakes);
    }

    Duration good() {
        return Duration.ofDays(Integer.parseInt(days));
    }

    /** What is wrong with the field, or null. */
    public String mistakeOrNull(String field) {
        return mistakes.get(field);
    }
}
