package codeframe.web;

/** Which program this is. */
public final class Release {
    private Release() {}

    /** As the jar says; "development" when it runs without one. */
    public static String version() {
        var version = Release.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
