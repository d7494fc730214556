package org.stillpoint.web.casereport;

import java.util.List;
import java.util.Optional;
import org.stillpoint.exchange.sheet.PlainSheet.PlainPart;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * A case report before it is made.
 *
 * @param refused why none is made; empty where one may be
 * @param says what it will say by the record
 * @param naming what may say who somebody is, in what was typed last
 * @param form what was typed
 */
public record CaseReportPage(
        ClientHead head, Optional<Message> refused, List<PlainPart> says, List<MayName> naming, Form form) {}
