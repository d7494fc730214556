package org.stillpoint.record.contract;

import org.stillpoint.record.work.Audit;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.Rights;
import org.stillpoint.record.work.UnitOfWork;

/** Every contract, on the record in memory: what acts are tested on does what the databases do. */
class RecordsInMemoryTest
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
                StudiesContract,
                LedgerContract,
                TodayContract,
                UnitOfWorkContract,
                WholeClientsContract {
    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);

    @Override
    public Records records() {
        return records;
    }

    @Override
    public UnitOfWork work(Rights rights) {
        return records.unitOfWork(rights);
    }

    @Override
    public Audit audit() {
        return records.audit();
    }

    @Override
    public TestClock clock() {
        return clock;
    }

    /** Memory is closed by forgetting it. */
    @Override
    public void reopen() {}
}
