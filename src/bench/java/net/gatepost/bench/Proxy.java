package net.gatepost.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.gatepost.process.Site;

/** nginx before the processes of a site, as {@code ops/nginx.conf} has it but for what only a real host has: its names and keys. */
final class Proxy implements AutoCloseable {

    private final Path folder;
    private final List<Site> sites;
    private final int port;
    private final Process process;

    Proxy(Path folder, List<Site> sites) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.sites = sites;
        try (var free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        write();
        this.process = nginx();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private Process nginx() throws IOException {
        return new ProcessBuilder(
                        "nginx", "-p", folder.toString(), "-c", folder.resolve("nginx.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("nginx.log").toFile()))
                .start();
    }

    private void write() throws IOException {
        var servers = new StringBuilder();
        for (Site site : sites) {
            servers.append("server 127.0.0.1:")
                    .append(site.address().getPort())
                    .append(";\n");
        }
        Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                # Else its workers would be somebody whom the folder is closed to.
                user %s;
                pid nginx.pid;
                error_log nginx-error.log;
                worker_processes 1;
                events { worker_connections 1024; }
                http {
                  access_log off;
                  client_body_temp_path body;
                  proxy_temp_path proxy;
                  fastcgi_temp_path fastcgi;
                  uwsgi_temp_path uwsgi;
                  scgi_temp_path scgi;
                  upstream gatepost {
                    %s
                  }
                  server {
                    listen 127.0.0.1:%d;
                    client_max_body_size 64m;
                    location / {
                      proxy_pass http://gatepost;
                      proxy_http_version 1.1;
                      proxy_set_header Connection close;
                      proxy_set_header Host $host;
                      # Each visitor of the benchmark says which network it is from.
                      proxy_set_header X-Forwarded-For $http_x_forwarded_for;
                      proxy_set_header X-Forwarded-Proto $scheme;
                      proxy_connect_timeout 5s;
                      proxy_read_timeout 120s;
                      proxy_next_upstream error timeout;
                    }
                  }
                }
                """.formatted(System.getProperty("user.name"), servers, port));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
