package io.nightglass.cli;

import io.nightglass.cli.hook.PostCommitHook;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nightglass hook install [REPO]}. */
@Command(
        name = "install",
        mixinStandardHelpOptions = true,
        description = "Installs the post-commit hook. It delivers in the background, keeps what it cannot deliver for"
                + " later, and lets a hook that is already there run first.",
        footer = {"", "Example: nightglass hook install ~/gtm-autoresearch"})
final class HookInstallCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "REPO", description = "the repository (default: the one we are in)")
    private Path repository = Path.of(".");

    @Mixin
    private PaneOptions paneOptions = new PaneOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var data = paneOptions.folder();
        var installed = new PostCommitHook(repository).install(data);
        var out = spec.commandLine().getOut();
        out.println("installed " + installed.hook());
        if (installed.honoured()) {
            out.println("the hook that was there runs first, as post-commit.local");
        }
        out.println("it finds the pane by POSTHOG_HOST and POSTHOG_PERSONAL_API_KEY, else in " + data);
        return 0;
    }
}
