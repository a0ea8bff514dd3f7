package codeframe;

/** Every start-up setting: its environment variable, its default and what it does. The README's table is held to this list. */
public enum Setting {
    CODEFRAME_PORT("8080", "Port the pages are served on; `0` takes any free one."),
    CODEFRAME_HOST("127.0.0.1", "Address to listen on; `0.0.0.0` lets other computers in."),
    CODEFRAME_URL(
            "",
            "Address people type, such as `https://codeframe.example.org`; links in invitations begin with it. With a path,"
                    + " such as `https://example.org/codeframe`, everything is served under that path. With `https` the"
                    + " cookies are Secure."),
    CODEFRAME_TRUST_PROXY(
            "0",
            "How many reverse proxies of yours stand in front, one behind the other: `0` none; `1` takes the visitor's"
                    + " address from the last entry of `X-Forwarded-For`, `2` from the last but one."),
    CODEFRAME_DATA(
            "data",
            "Data directory: the embedded database and the unpacked CLIP runtime; with the embedded"
                    + " database, the account that runs Codeframe alone can open it."),
    CODEFRAME_MODELS("", "Folder of CLIP models; `models` in the data directory when empty."),
    CODEFRAME_HUB("https://huggingface.co", "Where the models page downloads from, and only when you ask it to."),
    CODEFRAME_DEMO("true", "`false` starts without the demo project."),
    CODEFRAME_WORKERS(
            "", "Threads for imports and runs; one per processor when empty, `0` for a node that only serves pages."),
    CODEFRAME_MAX_UPLOAD_MB("4096", "Largest upload in megabytes."),
    CODEFRAME_MAX_MEGAPIXELS("100", "Largest image in megapixels; a larger one is refused before it is decoded."),
    CODEFRAME_ADMIN_EMAIL("", "With the password: makes the first account without the set-up link."),
    CODEFRAME_ADMIN_PASSWORD("", "Password of that account, at least 10 characters."),
    CODEFRAME_ADMIN_TOKEN("", "API token of that account, at least 32 characters."),
    CODEFRAME_SECRET_KEY(
            "",
            "Seals the keys of LLM servers, at least 32 characters and the same on every node; when empty, `secret.key` in"
                    + " the data directory, made at the first start."),
    CODEFRAME_LLM_IN_FLIGHT("16", "Requests to LLM servers that this node has under way at the same time."),
    CODEFRAME_TESSERACT("tesseract", "The command that reads the text in images, by name or path."),
    CODEFRAME_FFMPEG(
            "ffmpeg",
            "The command that reads videos, 5.1 or newer, by name or path, or the folder that holds `ffmpeg` and `ffprobe`;"
                    + " without it videos are refused."),
    CODEFRAME_MAX_VIDEO_MB("1024", "Largest video in megabytes."),
    CODEFRAME_VIDEO_MINUTES(
            "10", "Minutes that ffmpeg may take to go through one video; after them the video is refused."),
    CODEFRAME_DEV("false", "`true` shows the page of interface pieces at `/dev/ui`."),
    DATABASE_URL(
            "",
            "A PostgreSQL (15 or newer) such as `postgresql://user:password@host/name`; several hosts and parameters as below; embedded when empty.");

    private final String fallback;
    private final String meaning;

    Setting(String fallback, String meaning) {
        this.fallback = fallback;
        this.meaning = meaning;
    }

    /** Whether it is a number or a switch, which anybody may see; of the others it is told only whether they are set. */
    public boolean isPlain() {
        return switch (this) {
            case CODEFRAME_PORT,
                    CODEFRAME_TRUST_PROXY,
                    CODEFRAME_DEMO,
                    CODEFRAME_WORKERS,
                    CODEFRAME_MAX_UPLOAD_MB,
                    CODEFRAME_MAX_MEGAPIXELS,
                    CODEFRAME_LLM_IN_FLIGHT,
                    CODEFRAME_MAX_VIDEO_MB,
                    CODEFRAME_VIDEO_MINUTES,
                    CODEFRAME_DEV -> true;
            default -> false;
        };
    }

    public String fallback() {
        return fallback;
    }

    public String meaning() {
        return meaning;
    }
}
