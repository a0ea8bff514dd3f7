package codeframe.image.decode;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The containers of moving pictures, told by their first bytes and never by a file's name. */
public enum VideoFormat {
    MP4("video/mp4", "MP4", "mov"),
    QUICKTIME("video/quicktime", "QuickTime", "mov"),
    WEBM("video/webm", "WebM", "matroska"),
    MATROSKA("video/x-matroska", "Matroska", "matroska"),
    AVI("video/x-msvideo", "AVI", "avi"),
    MPEG_TS("video/mp2t", "MPEG-TS", "mpegts");

    /** So many bytes tell. */
    public static final int PEEK = 4096;

    private static final int TS_PACKET = 188;
    private static final int EBML_HEADER = 64;
    private static final Set<String> OLD_QUICKTIME = Set.of("moov", "mdat", "wide");
    private static final Set<String> STILL =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis");

    private final String mediaType;
    private final String label;
    private final String demuxer;

    VideoFormat(String mediaType, String label, String demuxer) {
        this.mediaType = mediaType;
        this.label = label;
        this.demuxer = demuxer;
    }

    /** @param start the first {@link #PEEK} bytes, or all of a shorter file */
    public static Optional<VideoFormat> of(byte[] start) {
        var magic = new Magic(start);
        if (magic.textAt(4, "ftyp")) {
            return ofBrand(magic.text(8, 4));
        } else if (OLD_QUICKTIME.contains(magic.text(4, 4))) {
            return Optional.of(QUICKTIME);
        } else if (magic.startsWith(0x1a, 0x45, 0xdf, 0xa3)) {
            return Optional.of(magic.text(0, EBML_HEADER).contains("webm") ? WEBM : MATROSKA);
        } else if (magic.textAt(0, "RIFF") && magic.textAt(8, "AVI ")) {
            return Optional.of(AVI);
        } else if (magic.textAt(0, "G") && magic.textAt(TS_PACKET, "G") && magic.textAt(2 * TS_PACKET, "G")) {
            return Optional.of(MPEG_TS);
        } else {
            return Optional.empty();
        }
    }

    private static Optional<VideoFormat> ofBrand(String brand) {
        if (STILL.contains(brand)) {
            return Optional.empty();
        }
        return Optional.of(brand.startsWith("qt") ? QUICKTIME : MP4);
    }

    /** @throws IllegalArgumentException for one that is none of these */
    public static VideoFormat ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no video: " + mediaType));
    }

    public String mediaType() {
        return mediaType;
    }

    public String label() {
        return label;
    }

    /** What ffmpeg calls the one reader that may open it. */
    public String demuxer() {
        return demuxer;
    }
}
