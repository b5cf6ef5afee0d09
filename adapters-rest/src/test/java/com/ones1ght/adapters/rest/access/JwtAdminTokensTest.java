package com.ones1ght.adapters.rest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.ones1ght.application.access.AdminToken;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One at a time: one test listens to the logger of all. */
@Execution(ExecutionMode.SAME_THREAD)
class JwtAdminTokensTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ISSUER = "https://id.example";
    private static final RSAKey KEY = rsa("one");
    private static final RSAKey OTHER = rsa("two");

    private static RSAKey rsa(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TokenTrust trust(String keys, String... audiences) {
        return new TokenTrust(
                Optional.of(keys), Optional.empty(), Optional.of(ISSUER), Set.of(audiences), Duration.ofSeconds(30));
    }

    private final JwtAdminTokens tokens = new JwtAdminTokens(trust(pem(KEY)));

    private static String pem(RSAKey key) {
        try {
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(key.toRSAPublicKey().getEncoded());
            return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet.Builder jane() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("jane")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .claim("tenant", "two")
                .claim("groups", List.of("staff", "tenant-admin"));
    }

    private static String signed(JWTClaimsSet.Builder claims) {
        return signed(claims, KEY);
    }

    private static String signed(JWTClaimsSet.Builder claims, RSAKey key) {
        try {
            return signed(
                    claims,
                    new RSASSASigner(key),
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWTClaimsSet.Builder claims, JWSSigner signer, JWSHeader header) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims.build());
        token.sign(signer);
        return token.serialize();
    }

    @Test
    void aTokenOfTheProviderShouldBeRead() {
        assertThat(tokens.read(signed(jane()))).contains(new AdminToken("jane", "two", true));
    }

    /** Written as JSON by hand: a library would not write half a surrogate pair. */
    @ParameterizedTest
    @ValueSource(strings = {"ja\\u0000ne", "\\u0000", "\\ud83c", "\\udf5b\\ud83c", " "})
    void aTokenWhoseNamesCannotBeStoredShouldNotBeRead(String name) throws JOSEException {
        String claims = "{\"iss\":\"%s\",\"sub\":\"%s\",\"tenant\":\"%s\",\"exp\":%d}";
        long end = Instant.now().plusSeconds(600).getEpochSecond();

        assertThat(tokens.read(signed(claims.formatted(ISSUER, "jane", "two", end))))
                .isPresent();
        assertThat(tokens.read(signed(claims.formatted(ISSUER, name, "two", end))))
                .isEmpty();
        assertThat(tokens.read(signed(claims.formatted(ISSUER, "jane", name, end))))
                .isEmpty();
    }

    private static String signed(String claims) throws JOSEException {
        JWSObject token = new JWSObject(new JWSHeader(JWSAlgorithm.RS256), new Payload(claims));
        token.sign(new RSASSASigner(KEY));
        return token.serialize();
    }

    @Test
    void whoHasNotTheRoleShouldBeNoAdmin() {
        assertThat(tokens.read(signed(jane().claim("groups", List.of("staff")))))
                .contains(new AdminToken("jane", "two", false));
        assertThat(tokens.read(signed(jane().claim("groups", null)))).contains(new AdminToken("jane", "two", false));
    }

    @Test
    void aTokenThatIsNotAsItHasToBeShouldNotBeRead() throws JOSEException {
        Date past = Date.from(Instant.now().minusSeconds(60));
        Date future = Date.from(Instant.now().plusSeconds(60));
        String good = signed(jane());

        assertThat(List.of(
                        signed(jane(), OTHER),
                        signed(jane().issuer("https://other.example")),
                        signed(jane().issuer(null)),
                        signed(jane().subject(null)),
                        signed(jane().subject(" ")),
                        signed(jane().expirationTime(past)),
                        signed(jane().expirationTime(null)),
                        signed(jane().notBeforeTime(future)),
                        signed(jane().claim("tenant", null)),
                        signed(jane().claim("tenant", List.of("two"))),
                        signed(jane().claim("groups", "tenant-admin")),
                        new PlainJWT(jane().build()).serialize(),
                        signed(
                                jane(),
                                new MACSigner(pem(KEY).getBytes(StandardCharsets.UTF_8)),
                                new JWSHeader(JWSAlgorithm.HS256)),
                        good.substring(0, good.length() - 4) + "AAAA",
                        good.substring(0, good.lastIndexOf('.') + 1),
                        "a.b.c",
                        "..",
                        "x".repeat(10_000) + ".y.z"))
                .allSatisfy(token -> assertThat(tokens.read(token)).isEmpty());
    }

    /** Written as JSON by hand: a library leaves out what is null. */
    @ParameterizedTest
    @ValueSource(strings = {"exp", "iss", "sub", "tenant"})
    void aTokenWithANullClaimShouldNotBeRead(String name) throws JOSEException {
        String end = Long.toString(Instant.now().plusSeconds(600).getEpochSecond());
        String claims = "{\"iss\":\"%s\",\"sub\":\"jane\",\"tenant\":\"two\",\"exp\":%s}".formatted(ISSUER, end);

        assertThat(tokens.read(signed(claims))).isPresent();
        assertThat(tokens.read(
                        signed(claims.replaceFirst("\"" + name + "\":(\"[^\"]*\"|\\d+)", "\"" + name + "\":null"))))
                .isEmpty();
    }

    @Test
    void anAudienceShouldBeAskedForIfOneIsSet() {
        JwtAdminTokens strict = new JwtAdminTokens(trust(pem(KEY), "gateway"));

        assertThat(strict.read(signed(jane()))).isEmpty();
        assertThat(strict.read(signed(jane().audience("other")))).isEmpty();
        assertThat(strict.read(signed(jane().audience(List.of("other", "gateway")))))
                .isPresent();
    }

    @Test
    void keysShouldBeReadAsJwksAndOfEllipticCurvesToo() throws JOSEException {
        ECKey curve = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        String set = new JWKSet(List.of(KEY.toPublicJWK(), curve.toPublicJWK())).toString();
        JwtAdminTokens both = new JwtAdminTokens(trust(set));
        String byCurve = signed(
                jane(),
                new ECDSASigner(curve),
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec").build());

        assertThat(both.read(byCurve)).isPresent();
        assertThat(both.read(signed(jane()))).isPresent();
        assertThat(both.read(signed(jane(), OTHER))).isEmpty();
        assertThat(new JwtAdminTokens(trust(KEY.toPublicJWK().toString())).read(signed(jane())))
                .isPresent();
    }

    @Test
    void keysShouldBeFetchedFromWhereTheyAre(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("keys.json"), new JWKSet(KEY.toPublicJWK()).toString());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/jwks", exchange -> {
            byte[] keys = Files.readAllBytes(file);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";

        assertThat(at(file.toUri().toString()).read(signed(jane()))).isPresent();
        assertThat(at(url).read(signed(jane()))).isPresent();
        assertThat(at(url).read(signed(jane(), OTHER))).isEmpty();
        server.stop(0);
        assertThatThrownBy(() -> at(url).read(signed(jane())))
                .isInstanceOf(DomainException.class)
                .extracting(failure -> ((DomainException) failure).code())
                .isEqualTo(ErrorCode.UNAVAILABLE);
        assertThatThrownBy(() -> at("no-such-resource.pem")).hasMessageContaining("mp.jwt.verify.publickey.location");
        assertThatThrownBy(() -> new JwtAdminTokens(trust("not a key")))
                .hasMessageContaining("mp.jwt.verify.publickey");
    }

    @Test
    void strangersWhoNameUnknownKeysShouldNotMakeTheProviderSeemToBeAway() throws IOException {
        byte[] keys = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/jwks", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        JwtAdminTokens fetched = at("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks");
        String stranger = signed(jane(), OTHER);

        List<LogRecord> records = logged(() -> {
            for (int i = 0; i < 10; i++) {
                assertThat(fetched.read(stranger)).isEmpty();
            }
            assertThat(fetched.read(signed(jane()))).isPresent();
        });

        server.stop(0);
        assertThat(records).isEmpty();
    }

    /** Each byte comes in time, the whole never does. */
    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"})
    void aProviderThatTricklesShouldBeGivenUpOn(String beginning) throws IOException {
        try (ServerSocket provider = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            new Thread(() -> trickle(provider, beginning)).start();
            URL url = new URL("http://127.0.0.1:" + provider.getLocalPort() + "/jwks");
            KeySetRetriever retriever = new KeySetRetriever(Duration.ofMillis(300), 1_000_000);

            assertThatThrownBy(() -> assertTimeoutPreemptively(PATIENCE, () -> retriever.retrieveResource(url)))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static void trickle(ServerSocket provider, String beginning) {
        try (Socket connection = provider.accept()) {
            OutputStream out = connection.getOutputStream();
            out.write(beginning.getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException e) {
            // The other end has given up.
            return;
        }
    }

    /** Compose files have such names, and {@code java.net.http} cannot reach them. */
    @Test
    void aHostWithAnUnderscoreShouldBeAskedFor() {
        assertThatThrownBy(() -> at("http://identity_provider.invalid:1/jwks").read(signed(jane())))
                .isInstanceOf(DomainException.class)
                .extracting(failure -> ((DomainException) failure).code())
                .isEqualTo(ErrorCode.UNAVAILABLE);
    }

    private static List<LogRecord> logged(Runnable work) {
        List<LogRecord> records = new ArrayList<>();
        Logger logger = Logger.getLogger(JwtAdminTokens.class.getName());
        Filter before = logger.getFilter();
        logger.setFilter(logged -> {
            records.add(logged);
            return false;
        });
        try {
            work.run();
        } finally {
            logger.setFilter(before);
        }
        return records;
    }

    private static JwtAdminTokens at(String location) {
        return new JwtAdminTokens(
                new TokenTrust(Optional.empty(), Optional.of(location), Optional.of(ISSUER), Set.of(), Duration.ZERO));
    }

    @Test
    void withoutAProviderOrItsNameNothingShouldBeRead() {
        assertThat(new JwtAdminTokens(TokenTrust.none()).read(signed(jane()))).isEmpty();
        assertThat(new JwtAdminTokens(new TokenTrust(
                                Optional.of(pem(KEY)), Optional.empty(), Optional.empty(), Set.of(), Duration.ZERO))
                        .read(signed(jane())))
                .isEmpty();
    }
}
