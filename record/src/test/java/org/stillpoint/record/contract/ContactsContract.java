package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.contact.Contact;
import org.stillpoint.record.contact.ContactList;

/** What every store of the practice's contacts does. */
public interface ContactsContract extends Practice {

    @Test
    default void contacts_replaced_areKeptInTheirOrder_andAnOlderVersionIsRefused() {
        assertThat(records().contacts().get()).isEqualTo(ContactList.NONE);
        Contact line = new Contact("Crisis line", "0800 111 0 111");
        Contact doctor = new Contact("Dr Weiß", "+49 (30) 1234-5");

        ContactList first = records().contacts().replace(new ContactList(List.of(line, doctor), Version.FIRST));
        assertThat(records().contacts().get()).isEqualTo(first);
        assertThat(first.contacts()).containsExactly(line, doctor);
        ContactList second = records().contacts().replace(new ContactList(List.of(doctor), first.version()));
        assertThat(second.contacts()).containsExactly(doctor);
        assertThatThrownBy(() -> records().contacts().replace(first)).isInstanceOf(StaleRecord.class);
        assertThat(records().contacts().get()).isEqualTo(second);
    }
}
