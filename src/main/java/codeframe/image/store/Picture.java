package codeframe.image.store;

/** A picture to be kept. */
public record Picture(String sha256, byte[] bytes, String path, Taken taken) {}
