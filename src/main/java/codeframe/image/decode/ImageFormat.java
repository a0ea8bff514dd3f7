package codeframe.image.decode;

import java.util.Optional;

/** The formats Codeframe shows, told by their first bytes and never by a file's name. */
public enum ImageFormat {
    JPEG("image/jpeg", "JPEG"),
    PNG("image/png", "PNG"),
    GIF("image/gif", "GIF"),
    WEBP("image/webp", "WebP");

    private final String mediaType;
    private final String label;

    ImageFormat(String mediaType, String label) {
        this.mediaType = mediaType;
        this.label = label;
    }

    public static Optional<ImageFormat> of(byte[] bytes) {
        var magic = new Magic(bytes);
        if (magic.startsWith(0xff, 0xd8, 0xff)) {
            return Optional.of(JPEG);
        } else if (magic.startsWith(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return Optional.of(PNG);
        } else if (magic.textAt(0, "GIF87a") || magic.textAt(0, "GIF89a")) {
            return Optional.of(GIF);
        } else if (magic.textAt(0, "RIFF") && magic.textAt(8, "WEBP")) {
            return Optional.of(WEBP);
        } else {
            return Optional.empty();
        }
    }

    public String mediaType() {
        return mediaType;
    }

    public String label() {
        return label;
    }
}
