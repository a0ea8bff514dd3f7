package codeframe.feature.vision;

import java.time.Instant;

/**
 * Google Cloud Vision as a project asks it.
 *
 * @param sealedKey null where none is kept
 * @param quietUntil until when it asked to be left alone
 * @param quietReason in its words
 */
@SuppressWarnings("ArrayRecordComponent") // a row, never compared
public record VisionService(long projectId, String baseUrl, byte[] sealedKey, Instant quietUntil, String quietReason) {
    public static final String NAME = "Google Cloud Vision";
    static final String GOOGLE = "https://vision.googleapis.com";

    public boolean hasKey() {
        return sealedKey != null;
    }
}
