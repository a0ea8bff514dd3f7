package codeframe.run;

import codeframe.db.Json;

/**
 * A run that somebody asks for.
 *
 * @param version the id of the published codebook version that the plan's codebook is
 * @param images which images, as the gallery's filter writes itself; an empty object stands for all
 */
public record RunOrder(Plan plan, long version, Json images) {}
