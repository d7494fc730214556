package org.stillpoint.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stillpoint.record.contract.AboutContract;
import org.stillpoint.record.contract.AccountsContract;
import org.stillpoint.record.contract.ApiGrantsContract;
import org.stillpoint.record.contract.AppointmentsContract;
import org.stillpoint.record.contract.AskedAftersContract;
import org.stillpoint.record.contract.CalendarsContract;
import org.stillpoint.record.contract.CareContract;
import org.stillpoint.record.contract.ClientRequestsContract;
import org.stillpoint.record.contract.ClientsContract;
import org.stillpoint.record.contract.ConsentsContract;
import org.stillpoint.record.contract.ContactsContract;
import org.stillpoint.record.contract.DiaryContract;
import org.stillpoint.record.contract.DoorBookContract;
import org.stillpoint.record.contract.FilledQuestionnairesContract;
import org.stillpoint.record.contract.HabitsContract;
import org.stillpoint.record.contract.HistoryContract;
import org.stillpoint.record.contract.ImportedQuestionnairesContract;
import org.stillpoint.record.contract.IntakeContract;
import org.stillpoint.record.contract.InvitationsContract;
import org.stillpoint.record.contract.NoteReleasesContract;
import org.stillpoint.record.contract.OutboxContract;
import org.stillpoint.record.contract.OwnNotesContract;
import org.stillpoint.record.contract.PrivateLinksContract;
import org.stillpoint.record.contract.QuestionnairesContract;
import org.stillpoint.record.contract.RetentionContract;
import org.stillpoint.record.contract.SafetyContract;
import org.stillpoint.record.contract.SessionNotesContract;
import org.stillpoint.record.contract.SessionPlansContract;
import org.stillpoint.record.contract.SessionsContract;
import org.stillpoint.record.contract.SettingsContract;
import org.stillpoint.record.contract.SignInsContract;
import org.stillpoint.record.contract.SlipsContract;
import org.stillpoint.record.contract.SupervisionsContract;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.contract.TodayContract;
import org.stillpoint.record.contract.TouchMapsContract;
import org.stillpoint.record.contract.UnitOfWorkContract;
import org.stillpoint.record.contract.WholeClientsContract;

/** Every contract, on SQLite. */
class SqliteTest
        implements ClientsContract,
                SlipsContract,
                RetentionContract,
                HistoryContract,
                SessionsContract,
                HabitsContract,
                ApiGrantsContract,
                CalendarsContract,
                DiaryContract,
                QuestionnairesContract,
                AccountsContract,
                AboutContract,
                ContactsContract,
                SettingsContract,
                SignInsContract,
                DoorBookContract,
                CareContract,
                InvitationsContract,
                PrivateLinksContract,
                OutboxContract,
                OwnNotesContract,
                AskedAftersContract,
                NoteReleasesContract,
                ConsentsContract,
                TouchMapsContract,
                SafetyContract,
                IntakeContract,
                SessionNotesContract,
                SessionPlansContract,
                FilledQuestionnairesContract,
                ImportedQuestionnairesContract,
                AppointmentsContract,
                ClientRequestsContract,
                SupervisionsContract,
                VaultContract,
                UnitOfWorkContract,
                TodayContract,
                WholeClientsContract {
    @RegisterExtension
    private final SqliteExtension record = new SqliteExtension();

    @Override
    public void reopen() {
        record.reopen();
    }

    @Override
    public Store store() {
        return record.store();
    }

    @Override
    public TestClock clock() {
        return record.clock();
    }

    @Override
    public Connection raw() throws SQLException {
        return record.raw();
    }

    @Override
    public String emptyBytes() {
        return "x''";
    }
}
