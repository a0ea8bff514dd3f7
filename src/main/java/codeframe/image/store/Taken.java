package codeframe.image.store;

import codeframe.image.decode.ImageDecoder;
import codeframe.image.decode.Thumbnails;
import codeframe.image.decode.Verdict;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What is kept of a decoded file: never its pixels, which are large. {@code reason} is empty for a whole picture. */
public record Taken(
        String verdict, String reason, String mediaType, int width, int height, List<Thumbnails.Thumbnail> thumbnails) {

    public static Taken of(ImageDecoder decoder, byte[] bytes) {
        return decoder.decode(bytes, verdict -> verdict.map(Taken::picture, rejected -> rejected(rejected.reason())));
    }

    private static Taken picture(Verdict.Picture picture) {
        return new Taken(
                picture.damage().isEmpty() ? "accepted" : "damaged",
                String.join(" ", picture.damage()),
                picture.format().mediaType(),
                picture.width(),
                picture.height(),
                Thumbnails.of(picture));
    }

    private static Taken rejected(String reason) {
        return new Taken("rejected", reason, "", 0, 0, List.of());
    }

    public Taken with(List<Thumbnails.Thumbnail> others) {
        return new Taken(verdict, reason, mediaType, width, height, others);
    }

    public boolean isPicture() {
        return !verdict.equals("rejected");
    }

    /** The key of the content, in hexadecimal. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
