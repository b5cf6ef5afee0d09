package com.ones1ght.bootstrap.container;

import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import javax.management.ObjectName;

/**
 * Deploys the WAR on a plain Payara Micro in this JVM again and again, uses it each time, and prints how many
 * deployments are still in memory after each, in a line of its own.
 */
public final class Redeployments {

    /** Begins each of the lines. */
    static final String COUNT = "DEPLOYMENTS IN MEMORY: ";

    /** Has instances from when its class is used until its class loader goes. */
    private static final Pattern LIVE_CLASS = Pattern.compile("(?m) com\\.ones1ght\\.domain\\.access\\.KeyType( |$)");

    private final String baseUrl;
    private final HttpClient client = HttpClient.newHttpClient();

    private Redeployments(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /**
     * Runs to the end.
     *
     * @param args the WAR, how often it is deployed, the server's folder, a free port, and the demo tenant's client key
     */
    public static void main(String[] args) {
        try {
            run(args);
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(String[] args) throws Exception {
        PayaraMicroRuntime server = PayaraMicro.getInstance()
                .setRootDir(new File(args[2]))
                .setHttpPort(Integer.parseInt(args[3]))
                .setNoHazelcast(true)
                .bootStrap();
        Redeployments redeployments = new Redeployments("http://127.0.0.1:" + args[3]);
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            if (!server.deploy("ones1ght", "/", new File(args[0]))) {
                throw new IllegalStateException("Not deployed");
            }
            redeployments.use(args[4]);
            server.undeploy("ones1ght");
            System.out.println(COUNT + live());
        }
    }

    /** A round from its begin to its end: authentication, JSON both ways, JPA, the runner and its time limits. */
    private void use(String key) throws Exception {
        String profile = id("profile_id", post(key, "/v1/profile", "{\"name\":\"Kim\",\"locale\":\"en\"}"));
        String chats = "/v1/chat/" + profile + "/recommend";
        String chat = id("chat_id", post(key, chats, "{\"prompt\":\"something quick with tofu\"}"));
        for (int i = 0; i < 100; i++) {
            if (get(key, chats + "/" + chat).contains("\"status\":\"completed\"")) {
                get(key, "/health/ready");
                if (!get(key, "/metrics").contains("\nones1ght_polls_waiting 0.0\n")) {
                    throw new IllegalStateException("The server's own metrics are shown instead of the gateway's");
                }
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("The round does not end");
    }

    private String post(String key, String path, String body) throws Exception {
        return send(
                request(key, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private String get(String key, String path) throws Exception {
        return send(request(key, path));
    }

    private HttpRequest.Builder request(String key, String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path)).header("Authorization", "Bearer " + key);
    }

    private String send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString()).body();
    }

    private static String id(String name, String answer) {
        var found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(answer);
        if (!found.find()) {
            throw new IllegalStateException("No " + name + " in " + answer);
        }
        return found.group(1);
    }

    /** The histogram collects garbage first, and has a line for each class of each class loader. */
    private static long live() throws Exception {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return LIVE_CLASS.matcher(histogram).results().count();
    }
}
