package codeframe.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real browser, one per JVM and started with the first test that needs it; its windows know nothing of each other. It is
 * Debian's Chromium driven through the system's Node.js, without a window where that build of it is installed (it draws
 * for a fifth less); what is missing is installed through apt-get where we may, and where we may not the test fails with the
 * sentence that says what to install.
 */
public final class Chromium implements AutoCloseable {
    private static final List<String> CHROMIUM = List.of("chromium-headless-shell", "chromium");
    private static final List<String> NODE = List.of("node", "nodejs");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static Browser shared;

    private final Browser browser;
    private final List<BrowserContext> windows = new ArrayList<>();

    private Chromium(Browser browser) {
        this.browser = browser;
    }

    public static synchronized Chromium start() {
        if (shared == null || !shared.isConnected()) {
            shared = launch();
        }
        return new Chromium(shared);
    }

    private static Browser launch() {
        var chromium = program(CHROMIUM, "CHROMIUM");
        var node = program(NODE, "PLAYWRIGHT_NODEJS_PATH");
        var playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PLAYWRIGHT_NODEJS_PATH", node.toString())));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(ARGUMENTS));
    }

    /** A window of its own, with its own cookies, as large as a small laptop's. */
    public BrowserContext window() {
        return window(1366, 768);
    }

    public BrowserContext window(int width, int height) {
        var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
        context.setDefaultTimeout(60_000);
        windows.add(context);
        return context;
    }

    /** Signs one of the cast in through the form. */
    public static Page signIn(BrowserContext window, String url, String email) {
        var page = window.newPage();
        page.navigate(url + "/sign-in");
        page.getByLabel("E-mail address").fill(email);
        page.getByLabel("Password").fill(World.PASSWORD);
        page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.waitForURL(address -> !address.contains("/sign-in"));
        return page;
    }

    /** Its windows; the browser itself ends with the JVM. */
    @Override
    public void close() {
        windows.forEach(BrowserContext::close);
    }

    /**
     * @param names the same program's, the one we like best first
     * @param variable environment variable that names the program where it stands elsewhere
     */
    private static Path program(List<String> names, String variable) {
        var named = System.getenv(variable);
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        return onPath(names).orElseGet(() -> {
            names.stream().takeWhile(name -> onPath(names).isEmpty()).forEach(Chromium::install);
            return onPath(names)
                    .orElseThrow(() -> new IllegalStateException("The browser tests need " + names.get(0)
                            + ". Install it, on Debian with: apt-get install chromium nodejs"));
        });
    }

    private static Optional<Path> onPath(List<String> names) {
        return names.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void install(String name) {
        System.out.println("The browser tests need " + name + "; installing it with apt-get.");
        run("apt-get", "-o", "DPkg::Lock::Timeout=300", "update");
        run("apt-get", "-o", "DPkg::Lock::Timeout=300", "install", "-y", "--no-install-recommends", name);
    }

    /** A failure shows in the program still being absent. */
    private static void run(String... command) {
        try {
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            builder.start().waitFor();
        } catch (IOException e) {
            System.out.println("apt-get is not here: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
