package codeframe.image.decode;

import java.util.Arrays;
import java.util.Optional;

/** The formats Codeframe shows, told by their first bytes and never by a file's name. */
public enum ImageFormat {
    JPEG("image/jpeg", "JPEG", ".jpg"),
    PNG("image/png", "PNG", ".png"),
    GIF("image/gif", "GIF", ".gif"),
    WEBP("image/webp", "WebP", ".webp");

    private final String mediaType;
    private final String label;
    private final String extension;

    ImageFormat(String mediaType, String label, String extension) {
        this.mediaType = mediaType;
        this.label = label;
        this.extension = extension;
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

    public static ImageFormat ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no image format " + mediaType));
    }

    public String mediaType() {
        return mediaType;
    }

    public String label() {
        return label;
    }

    public String extension() {
        return extension;
    }
}
