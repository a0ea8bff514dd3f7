package codeframe.feature.vision;

/** What a reply of Google Cloud Vision as a whole means. The error of one image stands inside an answer. */
enum ReplyKind {
    ANSWER,
    /** The quota is used up; later it is not. */
    BUSY,
    /** The key, the project or its bill is not accepted. */
    FORBIDDEN,
    /** Something in the request. */
    REFUSED,
    /** The service's own trouble. */
    TROUBLE,
    /** Something else answers at this address. */
    ELSEWHERE;

    static ReplyKind of(VisionDoor.Reply reply) {
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
        return status >= 500 ? TROUBLE : ELSEWHERE;
    }
}
