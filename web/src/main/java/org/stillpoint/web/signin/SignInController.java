package org.stillpoint.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.record.account.Accounts;
import org.stillpoint.web.WebSettings;
import org.stillpoint.words.DoorWords;
import org.stillpoint.words.Message;

/** The sign-in page; checking the password is Spring Security's. */
@Controller
class SignInController {

    private final WebSettings settings;
    private final Accounts accounts;

    SignInController(WebSettings settings, Accounts accounts) {
        this.settings = settings;
        this.accounts = accounts;
    }

    @GetMapping("/sign-in")
    String show(
            @RequestParam @Nullable String again,
            @RequestParam @Nullable String out,
            @RequestParam @Nullable String made,
            HttpServletRequest request,
            Model model) {
        if (!accounts.hasOwner()) {
            return "redirect:/first-start";
        }
        Optional<Message> happened = again != null
                ? Optional.of(DoorWords.WRONG)
                : out != null
                        ? Optional.of(DoorWords.SIGNED_OUT)
                        : made != null ? Optional.of(DoorWords.MADE) : Optional.empty();
        model.addAttribute(
                "page",
                new SignInPage(
                        happened,
                        settings.demo(),
                        Optional.empty(),
                        Optional.empty(),
                        SignInPage.PasskeyHere.of(request)));
        return "signin";
    }
}
