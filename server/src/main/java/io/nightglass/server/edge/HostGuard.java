package io.nightglass.server.edge;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * Refuses pages and the REST API under a foreign name while we listen on loopback only: a web site whose name is made to
 * resolve to 127.0.0.1 (DNS rebinding) would otherwise read them through its visitor's browser.
 *
 * @param host the address the server is bound to
 */
public record HostGuard(String host) {

    /** @throws Refusal 403 when the request names a host that is not us */
    public void check(Context ctx) {
        if (isLoopback() && !isOurs(nameIn(ctx.header("Host")))) {
            throw Refusal.forbidden("this server answers as localhost only; open it under the address it printed");
        }
    }

    /** Whether only programs of this machine can reach the server. */
    public boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private boolean isOurs(String name) {
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals("[::1]")
                || name.matches("127(\\.[0-9]{1,3}){3}")
                || name.equals(host.toLowerCase(Locale.ROOT));
    }

    private static String nameIn(@org.jspecify.annotations.Nullable String header) {
        if (header == null) {
            return "localhost"; // HTTP/1.0: no browser
        }
        return header.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
    }
}
