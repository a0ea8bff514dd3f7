package codeframe.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The browser: one HttpOnly cookie holding a random token. Its hash is the key of a session once somebody signs in, and
 * the CSRF token of every form is derived from it, so that neither needs storage for visitors.
 */
public final class Visitor {
    private static final String TOKEN = "codeframe";
    private static final String BROWSER = "codeframe_browser";
    private static final String NOTICE = "codeframe_notice";
    private static final int YEAR = 365 * 24 * 3600;

    private final boolean secure;

    public Visitor(boolean secure) {
        this.secure = secure;
    }

    /** The browser's token; a new one is set when it has none. */
    public String token(Context ctx) {
        var token = ctx.<String>attribute(TOKEN);
        if (token == null) {
            token = ctx.cookie(TOKEN);
            if (token == null || token.length() < 40) {
                return renew(ctx);
            }
            ctx.attribute(TOKEN, token);
        }
        return token;
    }

    /** Gives the browser a new token, so that one known before signing in is worth nothing after it. */
    public String renew(Context ctx) {
        var token = Secrets.token();
        ctx.cookie(new Cookie(TOKEN, token, "/", YEAR, secure, true, null, SameSite.LAX));
        ctx.attribute(TOKEN, token);
        return token;
    }

    /** The token of a browser in which somebody signed in before, or an empty text. It opens nothing. */
    public String browser(Context ctx) {
        var token = ctx.cookie(BROWSER);
        return token == null || token.length() < 40 ? "" : token;
    }

    /** The browser's own token, kept for another year; made when it has none. */
    public String keepBrowser(Context ctx) {
        var token = browser(ctx).isEmpty() ? Secrets.token() : browser(ctx);
        ctx.cookie(new Cookie(BROWSER, token, "/", YEAR, secure, true, null, SameSite.LAX));
        return token;
    }

    public String csrf(Context ctx) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.hash("csrf " + token(ctx)));
    }

    /** @throws Problem.Forbidden when a request that changes something does not carry its form's token */
    public void checkCsrf(Context ctx) {
        var sent = ctx.header("X-CSRF-Token");
        if (sent == null && !ctx.isMultipart()) {
            sent = ctx.formParam("_csrf");
        }
        if (sent == null) {
            sent = ctx.queryParam("_csrf");
        }
        if (sent == null || !Secrets.equal(sent, csrf(ctx))) {
            throw new Problem.Forbidden(
                    "This page is too old or was opened elsewhere. Load it again and repeat the step;"
                            + " nothing was changed.");
        }
    }

    /** Leaves one sentence for the next page that is drawn. */
    public void notice(Context ctx, String sentence) {
        var text = Base64.getUrlEncoder().encodeToString(sentence.getBytes(StandardCharsets.UTF_8));
        ctx.cookie(new Cookie(NOTICE, text, "/", 60, secure, true, null, SameSite.LAX));
    }

    /** The sentence left by the request before, or null; it is shown once. */
    public String takeNotice(Context ctx) {
        var text = ctx.cookie(NOTICE);
        if (text == null || text.isEmpty()) {
            return null;
        }
        ctx.removeCookie(NOTICE, "/");
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }
}
