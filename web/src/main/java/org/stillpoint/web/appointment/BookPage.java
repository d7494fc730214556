package org.stillpoint.web.appointment;

import java.util.List;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * An appointment of somebody who is still to be named.
 *
 * @param form as it was typed, with what is wrong with it
 * @param meant those whose name it may be, where there is more than one
 * @param zone whose clock the times are of
 */
public record BookPage(Form form, List<ClientHead> meant, Message zone) {}
