package io.nightglass.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.nightglass.server.capture.Intake;
import io.nightglass.server.edge.Budget;
import io.nightglass.server.edge.CallerWatch;
import io.nightglass.server.edge.Refusals;
import io.nightglass.server.price.PriceTable;
import io.nightglass.server.price.Pricing;
import io.nightglass.server.redaction.Redaction;
import java.net.URI;
import java.time.Duration;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** A running pane. */
public final class Server implements AutoCloseable {
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(12);
    /** A connection kept alive for requests that may never come is no reason to wait at the end. */
    private static final Duration IDLE_AT_THE_END = Duration.ofMillis(100);

    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final int MOST_KNOCKING = 1024;
    private static final int LONGEST_HEADERS = 64 << 10;

    private final Config config;
    private final Keys keys;
    private final Storage storage;
    private final Javalin http;

    private Server(Config config, Keys keys, Storage storage, Javalin http) {
        this.config = config;
        this.keys = keys;
        this.storage = storage;
        this.http = http;
    }

    /**
     * Opens the data folder, then the port, and answers from then on.
     *
     * @throws io.nightglass.store.StoreException when another process has the folder
     * @throws ConfigException when the configuration file says what cannot be
     * @throws io.javalin.util.JavalinBindException when the port is taken
     */
    public static Server open(Config config) {
        return open(config, Storage.open(config));
    }

    /** What a pane is made of. Takes {@code storage} over: it is closed with the server, and if there will be none. */
    static Server open(Config config, Storage storage) {
        Logs.settle();
        try {
            var file = ConfigFile.of(config);
            var redaction = new Redaction(file.redaction());
            Logs.clean(redaction::clean);
            var pricing = new Pricing(PriceTable.shipped().with(file.prices()));
            var keys = Keys.of(config);
            var budget = Budget.ofHeap();
            var routes = new Routes(config, keys, storage, budget, new Intake(redaction, pricing));
            var http = Javalin.create(javalin -> {
                settle(javalin, config);
                routes.register(javalin.routes);
            });
            http.start();
            return new Server(config, keys, storage, http);
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    private static void settle(JavalinConfig javalin, Config config) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.startupWatcherEnabled = false;
        javalin.concurrency.useVirtualThreads = true;
        javalin.http.prefer405over404 = true;
        javalin.router.javaLangErrorHandler((response, error) -> Refusals.writeError(response, error));
        javalin.jetty.addConnector((jetty, http) -> connector(jetty, http, config));
        javalin.jetty.modifyServer(jetty -> {
            jetty.insertHandler(new GracefulHandler());
            jetty.setStopTimeout(LAST_ANSWERS.toMillis());
            jetty.setErrorHandler(new PlainErrors());
        });
    }

    private static Connector connector(org.eclipse.jetty.server.Server jetty, HttpConfiguration http, Config config) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LONGEST_HEADERS);
        var connector = new CallerWatch(jetty, http);
        connector.setHost(config.host());
        connector.setPort(config.port());
        connector.setAcceptQueueSize(MOST_KNOCKING);
        connector.setIdleTimeout(SILENCE.toMillis());
        connector.setShutdownIdleTimeout(IDLE_AT_THE_END.toMillis());
        return connector;
    }

    /** The port listened on, also when the configuration left the choice open. */
    public int port() {
        return http.port();
    }

    /** Where the pane answers, e.g. {@code http://127.0.0.1:8000}. */
    public URI address() {
        String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
        return URI.create("http://%s:%d".formatted(host, port()));
    }

    /** The keys in force. */
    public Keys keys() {
        return keys;
    }

    /**
     * Takes no more requests, answers those under way for at most 12 seconds, and lets go of port and folder. Closing
     * twice is harmless.
     */
    @Override
    public void close() {
        http.stop();
        storage.close();
    }
}
