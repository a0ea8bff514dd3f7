package codeframe.project;

import codeframe.web.NumberText;
import codeframe.web.Role;
import java.time.Instant;

/** An invitation that was just made, whose link is shown this once. */
public record InvitationLetter(String project, String from, Role role, String link, Instant until) {

    /** Ready to be sent by mail or messenger. */
    public String text() {
        return """
                %s invites you to the project "%s" in Codeframe, a platform for coding images.

                Open this link and make an account:
                %s

                Your role: %s. The link works once, until %s.
                """.formatted(from, project, link, roleInWords(), NumberText.moment(until))
                .strip();
    }

    private String roleInWords() {
        return switch (role) {
            case OWNER -> "owner, who may change everything";
            case CODER -> "coder, who codes images";
            default -> "viewer, who looks at everything";
        };
    }
}
