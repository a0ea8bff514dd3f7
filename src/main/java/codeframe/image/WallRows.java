package codeframe.image;

/** What the gallery's wall is read from. */
public record WallRows(ImageWalk walk, GalleryFacets facets, PictureCodes codes, CodedVariableRows coded) {}
