package com.ones1ght.bootstrap.benchmark.floor;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/**
 * The least that an HTTP resource on this server and this database can do: one select by primary key and its
 * document as the answer, or one insert and its commit. Through the product's own pool, as cheaply as JDBC allows:
 * without a transaction around a single statement, and with the bytes of a text as they come from the server.
 */
@Path("documents")
@ApplicationScoped
public class FloorResource {

    private static final String SELECT = "SELECT document FROM floor_document WHERE id = ?";
    private static final String INSERT = "INSERT INTO floor_row (id, document) VALUES (?, ?)";

    private final Map<Integer, String> rows = new ConcurrentHashMap<>();

    @Resource(lookup = "java:app/jdbc/ones1ght")
    private DataSource dataSource;

    /** Reads a document. */
    @GET
    @Path("{id}")
    public Response read(@PathParam("id") String id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, UUID.fromString(id));
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new NotFoundException();
                }
                return json(200, row.getBytes(1));
            }
        }
    }

    /**
     * Reads the request and adds a row.
     *
     * @param stored the size of the row
     * @param answered the size of the answer
     */
    @POST
    public Response add(@QueryParam("stored") int stored, @QueryParam("answered") int answered, byte[] body)
            throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, timeOrdered());
            insert.setString(2, rows.computeIfAbsent(stored, FloorResource::incompressible));
            insert.executeUpdate();
        }
        return json(202, new byte[answered]);
    }

    private static Response json(int status, byte[] document) {
        return Response.status(status)
                .entity(document)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_LENGTH, document.length)
                .build();
    }

    /** Keys that grow touch few pages of the index, as the product's own do. */
    private static UUID timeOrdered() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(
                System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000),
                random.nextLong() >>> 2 | Long.MIN_VALUE);
    }

    private static String incompressible(int size) {
        StringBuilder text = new StringBuilder(size);
        while (text.length() < size) {
            text.append((char) ThreadLocalRandom.current().nextInt('a', 'z' + 1));
        }
        return text.toString();
    }
}
