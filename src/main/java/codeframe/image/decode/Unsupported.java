package codeframe.image.decode;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names what a file is when it is not one of the formats Codeframe shows. */
final class Unsupported {
    private static final int PEEK = 1024;
    private static final int TAR_MARK = 257;
    private static final Set<String> HEIC = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");
    private static final Map<String, String> SIGNATURES = Map.ofEntries(
            Map.entry("II*\0", "TIFF is not supported: save it as JPEG or PNG."),
            Map.entry("MM\0*", "TIFF is not supported: save it as JPEG or PNG."),
            Map.entry("BM", "BMP is not supported: save it as JPEG or PNG."),
            Map.entry("%PDF", "PDF is not supported: export its pages as images."),
            Map.entry("8BPS", "Photoshop files are not supported: export them as JPEG or PNG."),
            Map.entry("\0\0\1\0", "Icon files are not supported: save it as PNG."),
            Map.entry("\0\0\0\14JXL ", "JPEG XL is not supported: save it as JPEG."),
            Map.entry("\u00ff\n", "JPEG XL is not supported: save it as JPEG."),
            Map.entry("\0\0\0\14jP  ", "JPEG 2000 is not supported: save it as JPEG."),
            Map.entry("\u001aE\u00df\u00a3", "This is a video (WebM or Matroska): Codeframe codes still images."),
            Map.entry("PK\3\4", "This is a ZIP or Office file inside the upload: unpack it first."),
            Map.entry("\u001f\u008b", "gzip archives (.gz, .tar.gz) are not supported: pack the images as a ZIP."),
            Map.entry("PK\5\6", "This is an empty ZIP inside the upload."),
            Map.entry("Rar!", "RAR archives are not supported: pack the images as a ZIP."),
            Map.entry("7z\u00bc\u00af", "7z archives are not supported: pack the images as a ZIP."));

    private final Magic magic;

    private Unsupported(byte[] bytes) {
        this.magic = new Magic(bytes);
    }

    static String reason(byte[] bytes) {
        return bytes.length == 0 ? "The file is empty." : new Unsupported(bytes).reason();
    }

    private String reason() {
        if (magic.textAt(4, "ftyp")) {
            return container(magic.text(8, 4));
        }
        for (var signature : SIGNATURES.entrySet()) {
            if (magic.textAt(0, signature.getKey())) {
                return signature.getValue();
            }
        }
        if (magic.textAt(TAR_MARK, "ustar")) {
            return "tar archives are not supported: pack the images as a ZIP.";
        }
        String start = magic.text(0, PEEK).toLowerCase(Locale.ROOT);
        if (start.contains("<svg")) {
            return "SVG is not supported: it can carry scripts.";
        } else if (start.contains("<html") || start.contains("<!doctype html")) {
            return "This is a web page, not an image: the download of the image may have failed.";
        } else if (readsAsText(start)) {
            return "This is a text file, not an image.";
        } else {
            return "This is not an image that Codeframe can read (JPEG, PNG, GIF or WebP).";
        }
    }

    private static String container(String brand) {
        if (HEIC.contains(brand)) {
            return "HEIC is not supported: save it as JPEG.";
        } else if (brand.startsWith("avi")) {
            return "AVIF is not supported: save it as JPEG.";
        } else {
            return "This is a video (MP4 or QuickTime): Codeframe codes still images.";
        }
    }

    private static boolean readsAsText(String start) {
        return start.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t');
    }
}
