package net.gatepost.job.api;

import org.springframework.http.MediaType;

/** What the interface speaks. A program that names a version gets that one or a 406; plain JSON is the newest. */
final class ApiMedia {

    static final String V1 = "application/vnd.gatepost.v1+json";
    static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private ApiMedia() {}
}
