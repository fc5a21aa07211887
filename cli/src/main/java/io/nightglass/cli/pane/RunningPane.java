package io.nightglass.cli.pane;

import io.nightglass.server.Config;
import io.nightglass.server.Server;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A server in this process together with the address it leaves for the other commands. */
public final class RunningPane implements AutoCloseable {
    private final Server server;
    private final PaneAddress address;
    private final Path data;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private RunningPane(Server server, PaneAddress address, Path data) {
        this.server = server;
        this.address = address;
        this.data = data;
    }

    /** Starts the server; it answers when this returns. SIGTERM and Ctrl-C close it. */
    public static RunningPane open(Config config) throws IOException {
        var server = Server.open(config);
        var reachable = config.host().equals("0.0.0.0") || config.host().equals("::") ? "127.0.0.1" : config.host();
        var host = reachable.contains(":") ? "[" + reachable + "]" : reachable;
        var address = new PaneAddress(
                URI.create("http://%s:%d".formatted(host, server.port())),
                server.keys().project(),
                server.keys().personal());
        var pane = new RunningPane(server, address, config.data());
        address.leaveIn(config.data());
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(pane::close));
        return pane;
    }

    public PaneAddress address() {
        return address;
    }

    /** Whether the keys were made just now and should be shown once. */
    public boolean keysAreNew() {
        return server.keys().areNew();
    }

    /** The pane as its clients see it. */
    public Pane client() {
        return new Pane(address.host(), address.projectKey(), address.personalKey());
    }

    /** Blocks until {@link #close}. */
    public void untilStopped() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        PaneAddress.removeFrom(data);
        server.close();
        stopped.countDown();
    }
}
