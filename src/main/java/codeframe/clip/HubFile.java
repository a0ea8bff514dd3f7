package codeframe.clip;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Locale;

/** One answer of the hub for one file, from a given byte on; redirects are followed by hand to see their headers. */
final class HubFile implements AutoCloseable {
    private static final int PATIENCE_MS = 30_000;
    private static final int MOST_REDIRECTS = 5;

    private final HttpURLConnection connection;
    private final String checksum;
    private final String revision;
    private final long start;

    private HubFile(HttpURLConnection connection, String checksum, String revision, long start) {
        this.revision = revision;
        this.connection = connection;
        this.checksum = checksum;
        this.start = start;
    }

    static HubFile open(URI address, long from) throws IOException {
        var at = address;
        var checksum = "";
        var revision = "";
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            var connection = connect(at, from);
            int status = connection.getResponseCode();
            checksum = checksum.isEmpty() ? checksum(connection) : checksum;
            revision = revision.isEmpty() ? revision(connection) : revision;
            if (status == 416) {
                connection.disconnect();
                return open(address, 0);
            } else if (status / 100 != 3) {
                return new HubFile(connection, checksum, revision, status == HttpURLConnection.HTTP_PARTIAL ? from : 0);
            }
            at = at.resolve(connection.getHeaderField("Location"));
            connection.disconnect();
        }
        throw new IOException("it redirects in a circle");
    }

    private static HttpURLConnection connect(URI address, long from) throws IOException {
        if (!(address.toURL().openConnection() instanceof HttpURLConnection connection)) {
            throw new IOException("it redirects to " + address.getScheme());
        }
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(PATIENCE_MS);
        connection.setReadTimeout(PATIENCE_MS);
        connection.setRequestProperty("Accept-Encoding", "identity");
        if (from > 0) {
            connection.setRequestProperty("Range", "bytes=" + from + "-");
        }
        return connection;
    }

    /** Large files have their SHA-256 in X-Linked-Etag, small ones their Git object id in ETag. */
    private static String checksum(HttpURLConnection connection) {
        var linked = connection.getHeaderField("X-Linked-Etag");
        var tag = linked == null ? connection.getHeaderField("ETag") : linked;
        var bare = tag == null ? "" : tag.replace("W/", "").replace("\"", "").toLowerCase(Locale.ROOT);
        return bare.matches("[0-9a-f]{64}|[0-9a-f]{40}") ? bare : "";
    }

    private static String revision(HttpURLConnection connection) {
        var commit = connection.getHeaderField("X-Repo-Commit");
        return commit != null && commit.matches("[0-9a-f]{40}") ? commit : "";
    }

    /** The hub's commit that the file is of, or empty. */
    String revision() {
        return revision;
    }

    int status() throws IOException {
        return connection.getResponseCode();
    }

    /** 64 hexadecimal digits of SHA-256, 40 of a Git object, or empty. */
    String checksum() {
        return checksum;
    }

    /** The byte that the content begins with: 0 when the server does not resume. */
    long start() {
        return start;
    }

    /** Bytes of the whole file, or 0 when the server does not say. */
    long size() {
        return Math.max(0, start + connection.getContentLengthLong());
    }

    InputStream content() throws IOException {
        return connection.getInputStream();
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
