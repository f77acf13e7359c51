package net.gatepost.account.web;

import io.nayuki.qrcodegen.QrCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import net.gatepost.account.BackTo;
import net.gatepost.account.Confirmed;
import net.gatepost.account.CurrentSession;
import net.gatepost.account.FreshViewer;
import net.gatepost.account.SecondFactors;
import net.gatepost.web.Moments;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A member's own second factor: set up, proved with its first code, renewed, taken away. */
@Controller
@RequestMapping(SecondFactorController.PATH)
class SecondFactorController {

    static final String PATH = "/me/security/second-factor";

    private static final int MARGIN = 4;

    private final SecondFactors factors;
    private final CurrentSession session;
    private final FreshViewer viewers;

    SecondFactorController(SecondFactors factors, CurrentSession session, FreshViewer viewers) {
        this.viewers = viewers;
        this.factors = factors;
        this.session = session;
    }

    /**
     * A QR code as the path of a drawing.
     *
     * @param size of each side, with its margin
     */
    record Drawing(int size, String path) {

        static Drawing of(String text) {
            var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
            var path = new StringBuilder();
            for (int y = 0; y < code.size; y++) {
                for (int x = 0; x < code.size; x++) {
                    if (code.getModule(x, y)) {
                        path.append('M')
                                .append(x + MARGIN)
                                .append(' ')
                                .append(y + MARGIN)
                                .append("h1v1h-1z");
                    }
                }
            }
            return new Drawing(code.size + 2 * MARGIN, path.toString());
        }
    }

    @GetMapping
    String page(Viewer viewer, Model model) {
        var state = factors.of(viewer.id());
        var since = state.since();
        var ends = state.endsAt();
        model.addAttribute("since", since == null ? null : Moments.told(since))
                .addAttribute("ends", ends == null ? null : Moments.told(ends))
                .addAttribute("app", state.app())
                .addAttribute("keys", state.passkeys() + state.cards())
                .addAttribute("demanded", viewers.demandFactor(viewer))
                .addAttribute("codesLeft", state.codesLeft())
                .addAttribute("required", viewer.has(Role.FACTOR_MISSING));
        return "account/second-factor";
    }

    @PostMapping
    String offer(@BackTo(PATH) Confirmed confirmed) {
        factors.offer(confirmed);
        return "redirect:" + PATH + "/key";
    }

    @GetMapping("/key")
    String key(Viewer viewer, Model model) {
        return keyPage(viewer, null, model);
    }

    /** The recovery codes are in the answer itself: nowhere else are they ever told. */
    @PostMapping("/key")
    String activate(
            Viewer viewer,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var codes = factors.activate(viewer, code);
        if (codes.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return keyPage(viewer, code.isBlank() ? "factor.code.missing" : "factor.code.wrong", model);
        }
        session.renew(viewer, request, response);
        return codesPage(codes.get(), model);
    }

    @PostMapping("/codes")
    String renewCodes(@BackTo(PATH) Confirmed confirmed, Model model) {
        return codesPage(factors.renewCodes(confirmed), model);
    }

    @PostMapping("/removal")
    String remove(@BackTo(PATH) Confirmed confirmed, RedirectAttributes flash) {
        factors.removeApp(confirmed);
        flash.addFlashAttribute("notice", "factor.removed");
        return "redirect:" + PATH;
    }

    private String keyPage(Viewer viewer, @Nullable String problem, Model model) {
        var offer = factors.offered(viewer);
        if (offer.isEmpty()) {
            return "redirect:" + PATH;
        }
        model.addAttribute("key", offer.get().key())
                .addAttribute("uri", offer.get().uri())
                .addAttribute("drawing", Drawing.of(offer.get().uri()))
                .addAttribute("problem", problem);
        return "account/second-factor-key";
    }

    private static String codesPage(List<String> codes, Model model) {
        model.addAttribute("codes", codes);
        return "account/recovery-codes";
    }
}
