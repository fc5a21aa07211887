package io.nightglass.server.edge;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.BufferUtil;

/**
 * A connector that can tell, while a request is worked on, whether its sender has hung up: nobody else reads the
 * connection then. What is read instead (a request sent ahead of its turn) is given back when it is asked for.
 */
public final class CallerWatch extends ServerConnector {

    public CallerWatch(Server server, HttpConfiguration http) {
        super(server, new HttpConnectionFactory(http));
    }

    /**
     * Whether the sender of {@code ctx}, whose body has been read to its end, has closed the connection. To be asked only
     * by who answers the request.
     */
    public static boolean isGone(Context ctx) {
        var request = ServletContextRequest.getServletContextRequest(ctx.req());
        return request.getConnectionMetaData().getConnection().getEndPoint() instanceof Watched watched
                && watched.isGone();
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        var watched = new Watched(channel, selector, key, this);
        watched.setIdleTimeout(getIdleTimeout());
        return watched;
    }

    private static final class Watched extends SocketChannelEndPoint {
        private static final int MOST_AHEAD = 1024;

        private final ServerConnector connector;

        /** Read before it was asked for; in reading mode. */
        private final ByteBuffer ahead = ByteBuffer.allocate(MOST_AHEAD).limit(0);

        Watched(SocketChannel channel, ManagedSelector selector, SelectionKey key, ServerConnector connector) {
            super(channel, selector, key, connector.getScheduler());
            this.connector = connector;
        }

        synchronized boolean isGone() {
            if (!isOpen()) {
                return true;
            }
            if (ahead.hasRemaining()) {
                return false;
            }
            ahead.clear();
            try {
                return getChannel().read(ahead) < 0;
            } catch (IOException e) {
                return true;
            } finally {
                ahead.flip();
            }
        }

        @Override
        public int fill(ByteBuffer into) throws IOException {
            int given = given(into);
            return given > 0 ? given : super.fill(into);
        }

        private synchronized int given(ByteBuffer into) {
            int begin = BufferUtil.flipToFill(into);
            int given = BufferUtil.put(ahead, into);
            BufferUtil.flipToFlush(into, begin);
            return given;
        }

        /** No byte comes on the wire for what is here already. */
        @Override
        protected void needsFillInterest() {
            if (isAhead()) {
                connector.getExecutor().execute(() -> getFillInterest().fillable());
            } else {
                super.needsFillInterest();
            }
        }

        private synchronized boolean isAhead() {
            return ahead.hasRemaining();
        }
    }
}
