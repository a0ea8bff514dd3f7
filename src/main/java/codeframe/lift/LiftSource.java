package codeframe.lift;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Whose codes are lifted, as they were when the lift began.
 *
 * @param coder its number
 * @param run the run that it is, or null for people
 * @param starts how often that run had been started or continued; null for people
 * @param readings how often its stored answers had been read again; null for people
 * @param version the newest codebook version that it coded by
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LiftSource(
        long coder, String name, String kind, Long run, Integer starts, Integer readings, Integer version) {}
