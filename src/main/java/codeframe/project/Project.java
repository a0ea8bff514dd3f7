package codeframe.project;

import java.time.Instant;

/** A study. */
public record Project(long id, String name, boolean demo, Instant createdAt) {}
