package codeframe.llm.ask;

import java.util.Base64;

/** An image as it is sent: upright, made smaller, without the metadata of the original. */
public record SentImage(byte[] bytes, String mediaType, int width, int height) {
    String dataUrl() {
        return "data:" + mediaType + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
