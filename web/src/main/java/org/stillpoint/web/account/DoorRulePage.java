package org.stillpoint.web.account;

import java.util.List;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.DoorRuleWords;

/**
 * What the practice asks of whoever comes in.
 *
 * @param form the rule, as typed
 * @param secondStep whether a second step is asked for, as ticked
 * @param isSet whether it was set just now
 * @param passwordAlone who has nothing but a password yet
 */
public record DoorRulePage(
        Form form, boolean secondStep, boolean isSet, List<DoorRuleWords.PasswordAlone> passwordAlone) {}
