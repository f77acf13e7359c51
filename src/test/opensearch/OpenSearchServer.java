import static org.codelibs.opensearch.runner.OpenSearchRunner.newConfigs;

import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * An OpenSearch of one node on loopback, for tests and benchmarks: {@code OpenSearchServer FOLDER PORT}. Run as a source file by a
 * JVM of its own with the class path in {@code target/opensearch.cp}, because its libraries are not the site's. It ends with its
 * standard input, and so with whoever started it.
 */
public class OpenSearchServer {

    public static void main(String[] arguments) throws Exception {
        var runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> {
            settings.put("http.port", arguments[1]);
            settings.put("discovery.type", "single-node");
            // On a machine whose disk is rather full it would refuse to write.
            settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
        });
        runner.build(newConfigs().basePath(arguments[0]).numOfNode(1).clusterName("gatepost-" + arguments[1]));
        System.in.transferTo(System.out);
        System.exit(0);
    }
}
