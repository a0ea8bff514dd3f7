package codeframe.user;

import io.javalin.http.Context;
import java.util.Optional;

/** Makes an account for somebody who was invited, and signs them in. */
public final class NewAccount {
    private final Users users;
    private final SignIn signIn;

    public NewAccount(Users users, SignIn signIn) {
        this.users = users;
        this.signIn = signIn;
    }

    /** What was typed, with its mistakes; an address that has an account already is one. */
    public AccountForm form(Context ctx) {
        if (ctx.method().name().equals("GET")) {
            return AccountForm.empty();
        }
        var form = AccountForm.ofNewAccount(ctx);
        return form.mistakes().isEmpty() && users.userByEmail(form.email()).isPresent() ? taken(form) : form;
    }

    public AccountForm taken(AccountForm form) {
        return form.wrong("email", "This address has an account already. Sign in with it, then open the link again.");
    }

    /** Empty when somebody took the address a moment ago. */
    public Optional<User> make(Context ctx, AccountForm form) {
        var hash = Passwords.hash(AccountForm.password(ctx));
        var user = users.add(form.email(), form.name(), hash, false);
        user.ifPresent(made -> signIn.start(ctx, made));
        return user;
    }
}
