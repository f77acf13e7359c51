package net.gatepost.candidate.resume;

import java.nio.charset.StandardCharsets;
import net.gatepost.candidate.resume.reader.ResumeType;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A résumé on its way to somebody who may have it. */
public record ResumeDownload(String name, ResumeType type, byte[] bytes) {

    /**
     * To be saved and not shown: a stranger's file must not run as a page of this site, whatever a browser makes of it, and
     * is kept in no cache.
     */
    public ResponseEntity<byte[]> toResponse() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type.mediaType()))
                .cacheControl(CacheControl.noStore())
                .headers(headers -> {
                    headers.setContentDisposition(ContentDisposition.attachment()
                            .filename(name, StandardCharsets.UTF_8)
                            .build());
                    headers.set("Content-Security-Policy", "sandbox; default-src 'none'");
                    headers.set("X-Content-Type-Options", "nosniff");
                })
                .body(bytes);
    }

    /** Withheld: a résumé belongs in no log. */
    @Override
    public String toString() {
        return "ResumeDownload[withheld]";
    }
}
