package codeframe.image.intake;

import java.time.Instant;

/** One upload and what became of it. {@code files} is known once its archives are listed. */
public record Import(
        long id,
        long projectId,
        String state,
        String failure,
        String who,
        String names,
        long files,
        long handled,
        long pictures,
        Instant createdAt,
        Instant finishedAt,
        boolean undone) {

    public boolean going() {
        return state.equals("queued") || state.equals("running");
    }

    public boolean uploading() {
        return state.equals("uploading");
    }

    public boolean failed() {
        return state.equals("failed");
    }

    public String stateInWords() {
        return switch (state) {
            case "uploading" -> "The upload did not finish";
            case "queued" -> "Waiting for a worker";
            case "running" -> "Reading files";
            case "failed" -> "Stopped";
            default -> undone ? "Undone" : "Done";
        };
    }
}
