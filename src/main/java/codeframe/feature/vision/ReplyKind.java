package codeframe.feature.vision;

import codeframe.db.Json;
import com.fasterxml.jackson.core.JsonProcessingException;

/** What a reply of Google Cloud Vision as a whole means. The error of one image stands inside an answer. */
enum ReplyKind {
    ANSWER,
    /** The quota is used up; later it is not. */
    BUSY,
    /** The key, the project or its bill is not accepted. */
    FORBIDDEN,
    /** Something in the request. */
    REFUSED,
    /** The service's own trouble, in its own words: it charges nothing for that. */
    TROUBLE,
    /** Trouble of which somebody else tells, such as a gateway: behind it the work may have been done. */
    UNSURE,
    /** Something else answers at this address. */
    ELSEWHERE;

    static ReplyKind of(VisionClient.Reply reply) {
        int status = reply.status();
        var body = reply.body();
        if (status == 200) {
            return ANSWER;
        } else if (status == 429 || body.contains("\"RESOURCE_EXHAUSTED\"")) {
            return BUSY;
        } else if (status == 401 || status == 403 || body.contains("API_KEY_INVALID")) {
            return FORBIDDEN;
        } else if (status == 400 || status == 413) {
            return REFUSED;
        }
        if (status < 500) {
            return ELSEWHERE;
        }
        return isOfGoogle(body) ? TROUBLE : UNSURE;
    }

    /** Errors of its interface have a code and a status in words. */
    private static boolean isOfGoogle(String body) {
        try {
            var error = Json.MAPPER.readTree(body).path("error");
            return error.path("code").isInt() && error.path("status").isTextual();
        } catch (JsonProcessingException notJson) {
            return false;
        }
    }
}
