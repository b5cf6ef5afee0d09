package com.ones1ght.bootstrap.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.ones1ght.adapters.persistence.shared.ConnectionLimit;
import com.ones1ght.adapters.persistence.shared.PostgresNodeSignals;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.access.AuthenticateUseCase;
import com.ones1ght.application.access.Principal;
import com.ones1ght.application.chat.KickOffRoundUseCase;
import com.ones1ght.application.credit.ChangeCreditsUseCase;
import com.ones1ght.application.credit.port.CreditLedger;
import com.ones1ght.application.onboarding.ProvisionTenantUseCase;
import com.ones1ght.application.profile.CreateProfileUseCase;
import com.ones1ght.application.profile.DeleteProfileUseCase;
import com.ones1ght.application.profile.UpdateProfileUseCase;
import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.application.shared.NodeState;
import com.ones1ght.application.shared.port.NodeSignals;
import com.ones1ght.application.shared.port.NodeSignals.Topic;
import com.ones1ght.application.shared.port.StorageUnavailableException;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.tenant.port.Tenants;
import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.Area;
import com.ones1ght.domain.access.KeyLine;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.Prompt;
import com.ones1ght.domain.dietary.DeclaredRestrictions;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantId;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hamcrest.Matcher;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.Driver;

/**
 * What only the container can show. The packaged WAR, with nothing added but this class and its libraries, is
 * deployed on a plain Payara Micro without the launcher, and by {@code ./mvnw -Pservers verify} on WildFly; the tests run
 * inside of it, on a thread that serves a request.
 */
@ExtendWith(ArquillianExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContainerIT {

    /** Generous: the machine may be busy with other things. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** How long EclipseLink sleeps, if it is let, before it tries a read again whose connection was broken. */
    private static final Duration PAUSE_OF_ECLIPSELINK = Duration.ofSeconds(5);

    private static final String USE_CASES = "use-cases.txt";

    private static final Instant NOW = Instant.parse("2026-04-29T05:28:08.123456Z");

    @Inject
    private BeanManager beans;

    @Inject
    private UserTransaction transaction;

    @Inject
    private UnitOfWork unitOfWork;

    @Inject
    private Executor workers;

    @Inject
    private NodeSignals signals;

    @Inject
    private NodeState node;

    @Inject
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private Tenants tenants;

    @Inject
    private CreditLedger credits;

    @Inject
    private Profiles profiles;

    @Inject
    private ProvisionTenantUseCase provisionTenant;

    @Inject
    private AuthenticateUseCase authenticate;

    @Inject
    private CreateProfileUseCase createProfile;

    @Inject
    private UpdateProfileUseCase updateProfile;

    @Inject
    private DeleteProfileUseCase deleteProfile;

    @Inject
    private ChangeCreditsUseCase changeCredits;

    @Inject
    private ConnectionLimit limit;

    @Inject
    private KickOffRoundUseCase kickOffRound;

    @Inject
    @ConfigProperty(name = "ones1ght.db.url")
    private String databaseUrl;

    @Inject
    @ConfigProperty(name = "ones1ght.db.user")
    private String databaseUser;

    @Inject
    @ConfigProperty(name = "ones1ght.db.password")
    private String databasePassword;

    @Deployment
    static WebArchive gateway() {
        return ShrinkWrap.create(ZipImporter.class, "ones1ght.war")
                .importFrom(new File("target/ones1ght.war"))
                .as(WebArchive.class)
                .addClass(ContainerIT.class)
                .addAsResource(new StringAsset(String.join("\n", namesOfUseCases())), USE_CASES)
                .addAsLibraries(jarOf(Assertions.class), jarOf(Awaitility.class), jarOf(Matcher.class));
    }

    /** Not in the server, where the WAR may be in a file system of its own. */
    private static List<String> namesOfUseCases() {
        try (JarFile application = new JarFile(jarOf(KickOffRoundUseCase.class))) {
            return application.stream()
                    .map(entry -> entry.getName().replace('/', '.'))
                    .filter(name -> name.endsWith("UseCase.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server has another version of it, and is asked first unless told otherwise. */
    @Test
    void openTelemetryShouldBeThatOfTheWar() {
        assertThat(List.of(Tracer.class, Context.class, SdkTracerProvider.class, OtlpHttpSpanExporter.class))
                .allSatisfy(type -> assertThat(
                                type.getProtectionDomain().getCodeSource().getLocation())
                        .asString()
                        .contains("/WEB-INF/lib/opentelemetry-"));
    }

    @Test
    @RunAsClient
    void plainContainerShouldServeTheWarWithoutTheLauncher(@ArquillianResource URL address) throws Exception {
        String server = "http://127.0.0.1:" + address.getPort();

        HttpResponse<String> ready = await("the end of the warm-up")
                .atMost(Duration.ofSeconds(60))
                .until(() -> get(health(address) + "/health/ready"), answer -> answer.statusCode() == 200);
        HttpResponse<String> refused = get(server + address.getPath() + "v1/validation");

        assertThat(ready.body()).contains("\"database\"").doesNotContain("DOWN");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("INVALID_API_KEY");
    }

    @Test
    @RunAsClient
    void pagesShouldFindTheirFilesBelowTheContextPath(@ArquillianResource URL address) throws Exception {
        URI page = URI.create("http://127.0.0.1:" + address.getPort() + address.getPath() + "docs");
        assertThat(page.getPath()).as("not at the root").matches("/.+/docs");

        HttpResponse<String> docs = get(page.toString());

        assertThat(docs.statusCode()).isEqualTo(200);
        List<String> files = Pattern.compile("(?:href|src)=\"([^\"]+)\"")
                .matcher(docs.body())
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(files).hasSizeGreaterThan(10);
        for (String file : files) {
            URI found = page.resolve(file);
            assertThat(found.getPath()).startsWith(address.getPath());
            assertThat(get(found.toString()).statusCode()).as(file).isEqualTo(200);
        }
    }

    private static String health(URL address) {
        return "http://127.0.0.1:" + Integer.getInteger(PlainWildFly.HEALTH_PORT, address.getPort());
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void everyUseCaseShouldBeWiredToItsService() throws Exception {
        List<Class<?>> useCases = useCasesOfTheApplication();

        assertThat(useCases).contains(KickOffRoundUseCase.class, AuthenticateUseCase.class);
        assertThat(useCases)
                .allSatisfy(useCase -> assertThat(instance(useCase).getClass().getName())
                        .isEqualTo(useCase.getName().replaceAll("UseCase$", "Service")));
    }

    private static List<Class<?>> useCasesOfTheApplication() throws Exception {
        ClassLoader loader = KickOffRoundUseCase.class.getClassLoader();
        try (InputStream names = ContainerIT.class.getResourceAsStream("/" + USE_CASES)) {
            List<Class<?>> useCases = new ArrayList<>();
            for (String name : new String(names.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                useCases.add(loader.loadClass(name));
            }
            return useCases;
        }
    }

    /** The object behind the container's proxy, which is made only now if nobody has asked for it before. */
    private Object instance(Class<?> type) {
        Bean<?> bean = beans.resolve(beans.getBeans(type));
        assertThat(bean).as(type.getName()).isNotNull();
        return contextual(bean);
    }

    private <T> T contextual(Bean<T> bean) {
        return beans.getContext(bean.getScope()).get(bean, beans.createCreationalContext(bean));
    }

    @Test
    void jpaAndPlainSqlShouldShareTheTransactionOfTheUnitOfWork() {
        List<Long> transactions = unitOfWork.inTransaction(() -> List.of(transactionOfJpa(), transactionOfSql()));
        long next = unitOfWork.inTransaction(this::transactionOfSql);

        assertThat(transactions.get(0)).isEqualTo(transactions.get(1)).isNotEqualTo(next);
    }

    /** JPA, and plain statements before and after it, with the server's pool. */
    @Test
    void transactionShouldUseOneConnectionOfTheDatabase() {
        List<Long> connections =
                unitOfWork.inTransaction(() -> List.of(backendOfSql(), backendOfJpa(), backendOfSql()));

        assertThat(connections).containsOnly(connections.get(0));
        long others = sql.statement("SELECT count(*) AS open FROM pg_stat_activity WHERE state = 'idle in transaction'")
                .single(row -> row.number("open"));
        assertThat(others).isZero();
    }

    private long backendOfJpa() {
        return ((Number) entities.createNativeQuery("SELECT pg_backend_pid()").getSingleResult()).longValue();
    }

    private long backendOfSql() {
        return sql.statement("SELECT pg_backend_pid() AS pid").single(row -> row.number("pid"));
    }

    private long transactionOfJpa() {
        return ((Number) entities.createNativeQuery("SELECT txid_current()").getSingleResult()).longValue();
    }

    private long transactionOfSql() {
        return sql.statement("SELECT txid_current()").single(row -> row.number("txid_current"));
    }

    /** Of many transactions that each took two connections, all would wait for a second one. */
    @Test
    void transactionsShouldNeedOneConnectionOfThePool() {
        Profile profile = aNewProfile();
        ApiKey key = aKeyWithCredits(3);
        ProfileId id = aProfileOf(key.owner()).id();
        int taken = 0;
        try {
            while (limit.inUse() < ConnectionLimit.DEFAULT - 1) {
                limit.acquire();
                taken++;
            }

            unitOfWork.inTransaction(() -> {
                store(profile);
                return true;
            });
            unitOfWork.inTransaction(() -> List.of(transactionOfJpa(), transactionOfSql()));
            unitOfWork.inTransaction(() -> List.of(transactionOfSql(), transactionOfJpa()));
            updateProfile.update(new UpdateProfileUseCase.Command(key.owner(), id, new ProfileDocument("{}")));
            deleteProfile.delete(new DeleteProfileUseCase.Command(key.owner(), id));
            changeCredits.change(new ChangeCreditsUseCase.Command(
                    Actor.operator("a-test"), key.tenant().code(), 4, "for a test"));
        } finally {
            for (int i = 0; i < taken; i++) {
                limit.release();
            }
        }

        assertIsStored(profile);
        assertThat(profiles.find(key.owner(), id)).isEmpty();
        assertThat(credits.balance(key.tenant().id())).isEqualTo(7);
    }

    @Test
    void unitOfWorkShouldCommitWhatJpaAndPlainSqlDid() {
        Profile profile = aNewProfile();

        unitOfWork.inTransaction(() -> {
            store(profile);
            return true;
        });

        assertThatThreadHasNoTransaction();
        assertIsStored(profile);
    }

    @Test
    void exceptionShouldRollBackWhatJpaAndPlainSqlDid() {
        Profile profile = aNewProfile();
        IllegalStateException failure = new IllegalStateException("Something is wrong");

        assertThatThrownBy(() -> unitOfWork.inTransaction(() -> {
                    store(profile);
                    throw failure;
                }))
                .isSameAs(failure);

        assertThatThreadHasNoTransaction();
        assertIsNotStored(profile);
    }

    @Test
    void errorShouldRollBackAsAnExceptionDoes() {
        Profile profile = aNewProfile();
        AssertionError failure = new AssertionError("Something is very wrong");

        assertThatThrownBy(() -> unitOfWork.inTransaction(() -> {
                    store(profile);
                    throw failure;
                }))
                .isSameAs(failure);

        assertThatThreadHasNoTransaction();
        assertIsNotStored(profile);
    }

    @Test
    void unitOfWorkInsideOfAnotherShouldCommitWithIt() {
        Profile profile = aNewProfile();
        AtomicInteger signals = new AtomicInteger();

        int signalsBeforeTheCommit = unitOfWork.inTransaction(() -> {
            unitOfWork.inTransaction(() -> storeAndSignal(profile, signals));
            return signals.get();
        });

        assertThatThreadHasNoTransaction();
        assertIsStored(profile);
        assertThat(signalsBeforeTheCommit).isZero();
        assertThat(signals).hasValue(1);
    }

    @Test
    void unitOfWorkInsideOfAnotherShouldRollBackWithIt() {
        Profile profile = aNewProfile();
        AtomicInteger signals = new AtomicInteger();
        IllegalStateException failure = new IllegalStateException("Something is wrong");

        assertThatThrownBy(() -> unitOfWork.inTransaction(() -> {
                    unitOfWork.inTransaction(() -> storeAndSignal(profile, signals));
                    throw failure;
                }))
                .isSameAs(failure);

        assertThatThreadHasNoTransaction();
        assertIsNotStored(profile);
        assertThat(signals).hasValue(0);
    }

    private boolean storeAndSignal(Profile profile, AtomicInteger signals) {
        store(profile);
        unitOfWork.afterCommit(signals::incrementAndGet);
        return true;
    }

    @Test
    void refusalOfTheDomainShouldLeaveNothingBehind() {
        ApiKey key = aKeyWithCredits(0);
        Profile profile = aProfileOf(key.owner());

        DomainException refusal = catchThrowableOfType(
                DomainException.class,
                () -> kickOffRound.kickOff(
                        new KickOffRoundUseCase.Command(key, profile.id(), new Prompt("Dinner?"), null, null)));

        assertThat(refusal.code()).isEqualTo(ErrorCode.INSUFFICIENT_CREDIT);
        assertThatThreadHasNoTransaction();
        // The chat and its first round were written before the charge was refused.
        assertThat(sql.statement("SELECT 1 FROM chat WHERE tenant_id = :tenant")
                        .bind("tenant", key.tenant().id())
                        .exists())
                .isFalse();
        assertThat(sql.statement("SELECT 1 FROM round WHERE tenant_id = :tenant")
                        .bind("tenant", key.tenant().id())
                        .exists())
                .isFalse();
    }

    @Test
    void workerShouldCommitATransactionOfItsOwn() {
        Profile ofTheRequest = aNewProfile();
        Profile ofTheWorker = aNewProfile();

        assertThatThrownBy(() -> unitOfWork.inTransaction(() -> {
                    store(ofTheRequest);
                    onAWorker(() -> {
                        assertThatThreadHasNoTransaction();
                        unitOfWork.inTransaction(() -> {
                            store(ofTheWorker);
                            return true;
                        });
                        assertThatThreadHasNoTransaction();
                    });
                    throw new IllegalStateException("The request fails afterwards");
                }))
                .hasMessage("The request fails afterwards");

        assertIsStored(ofTheWorker);
        assertIsNotStored(ofTheRequest);
    }

    @Test
    void workerShouldRollBackAndBeReadyForTheNextTransaction() {
        Profile profile = aNewProfile();

        onAWorker(() -> {
            assertThatThrownBy(() -> unitOfWork.inTransaction(() -> {
                        store(profile);
                        throw new IllegalStateException("The worker fails");
                    }))
                    .hasMessage("The worker fails");
            assertThatThreadHasNoTransaction();
            assertIsNotStored(profile);
            assertThat(unitOfWork.inTransaction(this::transactionOfSql)).isPositive();
        });
    }

    @Test
    void transactionsOnOneProfileShouldWaitForEachOther() throws Exception {
        Owner owner = aKeyWithCredits(0).owner();
        ProfileId id = aProfileOf(owner).id();
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);

        CompletableFuture<?> first = CompletableFuture.runAsync(
                () -> unitOfWork.inTransaction(() -> {
                    Profile profile = profiles.lock(owner, id).orElseThrow();
                    locked.countDown();
                    passed(mayCommit);
                    profiles.save(profile.changedTo(new ProfileDocument("{\"first\":1}"), profile.facts(), NOW));
                    return true;
                }),
                workers);
        passed(locked);
        CompletableFuture<Profile> second = CompletableFuture.supplyAsync(
                () -> updateProfile.update(
                        new UpdateProfileUseCase.Command(owner, id, new ProfileDocument("{\"second\":2}"))),
                workers);
        await("the second transaction to wait for the first").atMost(LIMIT).until(() -> sql.statement(
                        "SELECT 1 FROM pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0")
                .exists());
        assertThat(second).isNotDone();
        mayCommit.countDown();

        first.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        Profile merged = second.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(merged.document().json()).isEqualTo("{\"first\":1,\"second\":2}");
        assertThat(profiles.find(owner, id)).map(Profile::document).contains(merged.document());
    }

    /** The last one: for a moment, the pool may hand the broken connection to others. */
    @Test
    @Order(Integer.MAX_VALUE - 2)
    void brokenConnectionShouldEndTheUnitOfWorkAndHoldNobodyUp() {
        Profile profile = aNewProfile();

        assertThatThrownBy(() -> unitOfWork.inTransaction(() -> {
                    store(profile);
                    return sql.statement("SELECT pg_terminate_backend(pg_backend_pid())")
                            .exists();
                }))
                .isInstanceOf(StorageUnavailableException.class);

        assertThatThreadHasNoTransaction();
        List<Duration> waits = new CopyOnWriteArrayList<>();
        await("the pool to have whole connections again")
                .atMost(LIMIT)
                .ignoreException(StorageUnavailableException.class)
                .until(() -> {
                    long begun = System.nanoTime();
                    try {
                        return profiles.find(profile.owner(), profile.id()).isEmpty();
                    } finally {
                        waits.add(Duration.ofNanos(System.nanoTime() - begun));
                    }
                });
        assertThat(waits).allSatisfy(wait -> assertThat(wait).isLessThan(PAUSE_OF_ECLIPSELINK));
    }

    @Test
    void signalsShouldHaveStartedWithTheApplicationAndPassBetweenNodes() {
        assertThat(sql.statement("SELECT 1 FROM pg_stat_activity WHERE application_name = 'ones1ght-gateway signals'")
                        .exists())
                .isTrue();
        AtomicInteger heardHere = new AtomicInteger();
        AtomicInteger heardThere = new AtomicInteger();
        signals.on(Topic.DUE_ROUNDS, heardHere::incrementAndGet);

        try (PostgresNodeSignals anotherNode = new PostgresNodeSignals(this::connect, Thread::new)) {
            anotherNode.on(Topic.DUE_ROUNDS, heardThere::incrementAndGet);
            anotherNode.start();
            // Whoever begins to listen is told once.
            await().atMost(LIMIT).until(() -> heardThere.get() == 1);

            signals.announce(Topic.DUE_ROUNDS);
            await().atMost(LIMIT).until(() -> heardThere.get() == 2);
            assertThat(heardHere).hasValue(0);

            anotherNode.announce(Topic.DUE_ROUNDS);
            await().atMost(LIMIT).until(() -> heardHere.get() == 1);
        }
    }

    private Connection connect() throws SQLException {
        Properties credentials = new Properties();
        credentials.setProperty("user", databaseUser);
        credentials.setProperty("password", databasePassword);
        return new Driver().connect(databaseUrl, credentials);
    }

    private void onAWorker(Runnable work) {
        CompletableFuture.runAsync(work, workers)
                .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private static void passed(CountDownLatch latch) {
        try {
            if (!latch.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The other side did not come so far");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void assertThatThreadHasNoTransaction() {
        try {
            assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A profile of a tenant that is not stored either. */
    private static Profile aNewProfile() {
        Owner owner = new Owner(new TenantId(UUID.randomUUID()), new KeyLine(UUID.randomUUID()));
        return new Profile(
                new ProfileId(UUID.randomUUID()),
                owner,
                new ProfileDocument("{}"),
                new ProfileFacts(null, null, null, null, null, null, null, DeclaredRestrictions.NONE),
                NOW,
                NOW);
    }

    /** The tenant by a statement, the profile, which refers to it, by JPA. */
    private void store(Profile profile) {
        TenantId tenant = profile.owner().tenant();
        String code = tenant.value().toString().replace("-", "");
        tenants.addIfAbsent(new Tenant(tenant, code, "A retailer", Language.KO, true), NOW);
        profiles.add(profile);
        credits.grant(tenant, 7, "for a test", NOW);
    }

    private void assertIsStored(Profile profile) {
        assertThat(profiles.find(profile.owner(), profile.id())).contains(profile);
        assertThat(credits.balance(profile.owner().tenant())).isEqualTo(7);
    }

    private void assertIsNotStored(Profile profile) {
        UUID tenant = profile.owner().tenant().value();
        assertThat(profiles.find(profile.owner(), profile.id())).isEmpty();
        assertThat(sql.statement("SELECT 1 FROM tenant WHERE id = :tenant")
                        .bind("tenant", tenant)
                        .exists())
                .isFalse();
    }

    private ApiKey aKeyWithCredits(long granted) {
        String code = UUID.randomUUID().toString().replace("-", "");
        String clientKey = "osk_" + code + "_client";
        provisionTenant.provision(new ProvisionTenantUseCase.Command(
                code, "A retailer", Language.KO, granted, clientKey, "oak_" + code + "_admin"));
        return ((Principal.KeyHolder) authenticate.authenticate(new AuthenticateUseCase.Command(clientKey, Area.CHAT)))
                .key();
    }

    private Profile aProfileOf(Owner owner) {
        return createProfile.create(new CreateProfileUseCase.Command(owner, new ProfileDocument("{\"zero\":0}")));
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void nodeShouldServeUntilItsStopBegins() {
        assertThat(node.isReady()).isTrue();

        node.stop();

        assertThat(node.isServing()).isFalse();
    }

    /** After the one above. */
    @Test
    @RunAsClient
    @Order(Integer.MAX_VALUE)
    void stoppingNodeShouldAnswerEveryPathOfTheApiWith503(@ArquillianResource URL address) throws Exception {
        String server = "http://127.0.0.1:" + address.getPort();
        String root = server + address.getPath();

        for (String path : List.of("v1/validation", "v1", "v1/nothing/here", "v1//twice", "v1/admin/stream")) {
            HttpResponse<String> answer = get(root + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(answer.body()).contains("\"success\":false", "\"UNAVAILABLE\"", "\"request_id\"");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
        HttpResponse<String> ready = get(health(address) + "/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("\"node\"", "DOWN", "stopping");
    }
}
