package codeframe.run;

import codeframe.image.ImageFilter;

/**
 * A run that somebody asks for.
 *
 * @param version the id of the published codebook version that the plan's codebook is
 * @param images which images of the project
 */
public record RunOrder(RunPlan plan, long version, ImageFilter images) {}
