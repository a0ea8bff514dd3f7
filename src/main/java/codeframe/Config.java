package codeframe;

import codeframe.db.DatabaseUrl;
import codeframe.db.StartRefused;
import codeframe.web.BasePath;
import codeframe.web.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings as typed values; the only reader of the environment. A wrong one stops the start with a sentence. */
public record Config(
        String host,
        int port,
        String url,
        int trustedProxies,
        Path data,
        Path models,
        String hub,
        boolean demo,
        int workers,
        long maxUploadBytes,
        long maxPixels,
        Optional<Admin> admin,
        Optional<String> secretKey,
        int llmInFlight,
        String tesseract,
        String ffmpeg,
        long maxVideoBytes,
        Duration videoTime,
        boolean dev,
        Optional<String> databaseUrl,
        Map<String, String> shown) {

    /** The first account of an unattended start; {@code token} is empty when none was given. */
    public record Admin(String email, String password, String token) {}

    /** A setting that cannot be used; its message names it and says what it may be. */
    public static final class Wrong extends StartRefused {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    public static Config fromEnvironment() {
        return from(System.getenv());
    }

    public static Config from(Map<String, String> environment) {
        var read = new Reader(environment);
        var data = Path.of(read.text(Setting.CODEFRAME_DATA)).toAbsolutePath().normalize();
        var models = read.text(Setting.CODEFRAME_MODELS);
        return new Config(
                read.text(Setting.CODEFRAME_HOST),
                (int) read.number(Setting.CODEFRAME_PORT, 0, 65_535),
                read.url(),
                read.proxies(),
                data,
                models.isEmpty() ? data.resolve("models") : Path.of(models).toAbsolutePath(),
                read.text(Setting.CODEFRAME_HUB).replaceAll("/+$", ""),
                read.flag(Setting.CODEFRAME_DEMO),
                read.workers(),
                read.number(Setting.CODEFRAME_MAX_UPLOAD_MB, 1, 1_000_000) * 1_000_000,
                read.number(Setting.CODEFRAME_MAX_MEGAPIXELS, 1, 2_000) * 1_000_000,
                read.admin(),
                read.secretKey(),
                (int) read.number(Setting.CODEFRAME_LLM_IN_FLIGHT, 1, 1_000),
                read.text(Setting.CODEFRAME_TESSERACT),
                read.text(Setting.CODEFRAME_FFMPEG),
                read.number(Setting.CODEFRAME_MAX_VIDEO_MB, 1, 1_000_000) * 1_000_000,
                Duration.ofMinutes(read.number(Setting.CODEFRAME_VIDEO_MINUTES, 1, 1_440)),
                read.flag(Setting.CODEFRAME_DEV),
                Optional.of(read.text(Setting.DATABASE_URL)).filter(url -> !url.isEmpty()),
                read.shown());
    }

    /** What must never stand in a file that is sent on. */
    public List<String> secrets() {
        var secrets = new ArrayList<String>();
        secretKey.ifPresent(secrets::add);
        admin.ifPresent(one -> secrets.addAll(List.of(one.password(), one.token())));
        databaseUrl.ifPresent(secrets::add);
        databaseUrl.flatMap(url -> DatabaseUrl.of(url).password()).ifPresent(secrets::add);
        return secrets;
    }

    public Site site() {
        return new Site(url, host);
    }

    /** What stands behind the host of the address people type. */
    public BasePath basePath() {
        return new BasePath(url.replaceFirst("https?://[^/]*", ""));
    }

    public boolean https() {
        return url.startsWith("https://");
    }

    private record Reader(Map<String, String> environment) {
        /** Every setting: a number or a switch as it is, of all others only whether they are set. */
        Map<String, String> shown() {
            var shown = new LinkedHashMap<String, String>();
            for (var setting : Setting.values()) {
                boolean given = !text(setting).equals(setting.fallback());
                shown.put(setting.name(), !given ? "default" : setting.isPlain() ? text(setting) : "set");
            }
            return shown;
        }

        String text(Setting setting) {
            var value = environment.get(setting.name());
            return value == null || value.isBlank() ? setting.fallback() : value.strip();
        }

        boolean flag(Setting setting) {
            return switch (text(setting)) {
                case "true", "1", "yes" -> true;
                case "false", "0", "no" -> false;
                default -> throw new Wrong(setting + " may be true or false, not \"" + text(setting) + "\".");
            };
        }

        long number(Setting setting, long least, long most) {
            try {
                long value = Long.parseLong(text(setting));
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException notANumber) {
                // told below, like a number out of range
            }
            throw new Wrong(setting + " must be a whole number from " + least + " to " + most + ", not \""
                    + text(setting) + "\".");
        }

        /** The links that carry tokens begin with it. */
        String url() {
            var url = text(Setting.CODEFRAME_URL).replaceAll("/+$", "");
            if (!url.isEmpty() && !url.matches("https?://[\\w.:\\[\\]-]+(/[\\w~-][\\w.~-]*)*")) {
                throw new Wrong(
                        "CODEFRAME_URL must be an address such as https://codeframe.example.org or https://example.org/codeframe, not \""
                                + url + "\".");
            }
            return url;
        }

        /** Once it was true or false, for one proxy or none. */
        int proxies() {
            return switch (text(Setting.CODEFRAME_TRUST_PROXY)) {
                case "true", "yes" -> 1;
                case "false", "no" -> 0;
                default -> (int) number(Setting.CODEFRAME_TRUST_PROXY, 0, 9);
            };
        }

        int workers() {
            return text(Setting.CODEFRAME_WORKERS).isEmpty()
                    ? Runtime.getRuntime().availableProcessors()
                    : (int) number(Setting.CODEFRAME_WORKERS, 0, 256);
        }

        Optional<String> secretKey() {
            var key = text(Setting.CODEFRAME_SECRET_KEY);
            if (!key.isEmpty() && key.length() < 32) {
                throw new Wrong("CODEFRAME_SECRET_KEY must have at least 32 characters.");
            }
            return Optional.of(key).filter(text -> !text.isEmpty());
        }

        Optional<Admin> admin() {
            var email = text(Setting.CODEFRAME_ADMIN_EMAIL);
            var password = text(Setting.CODEFRAME_ADMIN_PASSWORD);
            var token = text(Setting.CODEFRAME_ADMIN_TOKEN);
            if (email.isEmpty() && password.isEmpty() && token.isEmpty()) {
                return Optional.empty();
            }
            if (!email.contains("@") || email.length() > 200 || password.length() < 10) {
                throw new Wrong("For an unattended start set CODEFRAME_ADMIN_EMAIL to an e-mail address and"
                        + " CODEFRAME_ADMIN_PASSWORD to at least 10 characters.");
            }
            if (!token.isEmpty() && token.length() < 32) {
                throw new Wrong("CODEFRAME_ADMIN_TOKEN must have at least 32 characters.");
            }
            return Optional.of(new Admin(email, password, token));
        }
    }
}
