package codeframe.user;

import codeframe.web.Params;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was typed to make an account or to sign in, and what is wrong with it by field; the password is not kept. */
public record AccountForm(String email, String name, Map<String, String> mistakes) {
    static final int LONGEST_EMAIL = 200;
    static final int LONGEST_NAME = 100;
    static final String NAME_MISTAKE = "Enter your name, at most " + LONGEST_NAME + " characters.";

    static AccountForm empty() {
        return new AccountForm("", "", Map.of());
    }

    static AccountForm ofSignIn(Context ctx) {
        var email = Params.text(ctx, "email");
        return email.length() > LONGEST_EMAIL
                ? empty().wrong("email", "An e-mail address has at most " + LONGEST_EMAIL + " characters.")
                : new AccountForm(email, "", Map.of());
    }

    static AccountForm ofNewAccount(Context ctx) {
        var mistakes = new LinkedHashMap<String, String>();
        var email = Params.text(ctx, "email");
        var name = Params.text(ctx, "name");
        if (!email.matches("[^@\\s]+@[^@\\s]+") || email.length() > LONGEST_EMAIL) {
            mistakes.put("email", "Enter an e-mail address of at most 200 characters, such as ada@example.org.");
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            mistakes.put("name", NAME_MISTAKE);
        }
        var mistake = Passwords.mistake(password(ctx));
        if (!mistake.isEmpty()) {
            mistakes.put("password", mistake);
        }
        return new AccountForm(email, name, mistakes);
    }

    static String password(Context ctx) {
        var password = ctx.formParam("password");
        return password == null ? "" : password;
    }

    AccountForm wrong(String field, String sentence) {
        return new AccountForm(email, name, Map.of(field, sentence));
    }

    /** What is wrong with the field, or null. */
    public String mistakeOrNull(String field) {
        return mistakes.get(field);
    }
}
