package org.stillpoint.practice.mail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.stillpoint.record.Id;
import org.stillpoint.record.mail.Courier;
import org.stillpoint.record.mail.Letter;
import org.stillpoint.record.mail.MailFault;
import org.stillpoint.record.setting.MailServer;

/** A courier whose server answers as a test has it: it takes everything, but for what it was told to refuse. */
final class ScriptedCourier implements Courier {
    /** A mail as it was handed over, or tried. */
    record Carried(Id<?> id, Letter letter) {}

    private final Deque<Delivery> refusals = new ArrayDeque<>();
    private final List<Carried> tried = new ArrayList<>();
    private Runnable meanwhile = () -> {};

    void refuses(MailFault fault, boolean forGood) {
        refusals.add(new Delivery.Undelivered(fault, forGood));
    }

    /** What happens while it talks to the server. */
    void meanwhile(Runnable what) {
        meanwhile = what;
    }

    List<Carried> tried() {
        return tried;
    }

    @Override
    public Delivery deliver(MailServer server, Id<?> id, Letter letter) {
        tried.add(new Carried(id, letter));
        meanwhile.run();
        return refusals.isEmpty() ? new Delivery.Delivered() : refusals.removeFirst();
    }
}
