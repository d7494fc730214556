package org.stillpoint.web.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.record.account.Accounts;
import org.stillpoint.web.WebSettings;

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
            Model model) {
        if (accounts.list().isEmpty()) {
            return "redirect:/first-start";
        }
        String message = again != null
                ? "That name and password do not go together. Please try again."
                : out != null ? "You are signed out." : made != null ? "Your account is made. Sign in with it." : "";
        model.addAttribute("page", new SignInPage(message, settings.demo()));
        return "signin";
    }
}
