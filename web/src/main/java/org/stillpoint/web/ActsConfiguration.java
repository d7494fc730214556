package org.stillpoint.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stillpoint.practice.about.AboutReading;
import org.stillpoint.practice.about.ChangeBackground;
import org.stillpoint.practice.about.ChangeCarers;
import org.stillpoint.practice.about.ChangeClientContact;
import org.stillpoint.practice.access.AuditReading;
import org.stillpoint.practice.access.ChangeOwnLanguage;
import org.stillpoint.practice.access.ChangePassword;
import org.stillpoint.practice.access.ChangeSessionHabits;
import org.stillpoint.practice.access.MakeOwner;
import org.stillpoint.practice.address.AddressReading;
import org.stillpoint.practice.address.ChangeAddress;
import org.stillpoint.practice.api.ApiGrantReading;
import org.stillpoint.practice.api.ApiReading;
import org.stillpoint.practice.api.EndApiGrant;
import org.stillpoint.practice.api.MakeApiToken;
import org.stillpoint.practice.api.OpenApi;
import org.stillpoint.practice.api.RegisterApiProgram;
import org.stillpoint.practice.appointment.AppointmentReading;
import org.stillpoint.practice.appointment.BookAppointment;
import org.stillpoint.practice.appointment.CancelAppointment;
import org.stillpoint.practice.appointment.MoveAppointment;
import org.stillpoint.practice.appointment.NoteAttendance;
import org.stillpoint.practice.asking.AskQuestionnaires;
import org.stillpoint.practice.calendar.BookProposal;
import org.stillpoint.practice.calendar.CalendarFeedReading;
import org.stillpoint.practice.calendar.ChangeCalendarFeed;
import org.stillpoint.practice.calendar.ElsewhereReading;
import org.stillpoint.practice.calendar.FollowProposal;
import org.stillpoint.practice.calendar.MakeCalendarFeed;
import org.stillpoint.practice.calendar.TakeCalendar;
import org.stillpoint.practice.calendar.TakeCalendarFeedBack;
import org.stillpoint.practice.casereport.CaseReportReading;
import org.stillpoint.practice.casereport.TrialReading;
import org.stillpoint.practice.checkin.ChangeCheckIn;
import org.stillpoint.practice.checkin.CheckInReading;
import org.stillpoint.practice.checkin.FollowUpWorse;
import org.stillpoint.practice.checkin.GiveCheckIn;
import org.stillpoint.practice.checkin.MendOwnCheckIn;
import org.stillpoint.practice.checkin.RemoveCheckIn;
import org.stillpoint.practice.checkin.TakeCheckIns;
import org.stillpoint.practice.client.AddClient;
import org.stillpoint.practice.client.ArchiveClient;
import org.stillpoint.practice.client.CareReading;
import org.stillpoint.practice.client.CopyClient;
import org.stillpoint.practice.client.CorrectClient;
import org.stillpoint.practice.client.EraseClient;
import org.stillpoint.practice.client.ErasureReading;
import org.stillpoint.practice.client.ExportClient;
import org.stillpoint.practice.client.FindNamesakes;
import org.stillpoint.practice.client.HandOverClient;
import org.stillpoint.practice.client.ReadClient;
import org.stillpoint.practice.client.ShareClient;
import org.stillpoint.practice.consent.ConsentReading;
import org.stillpoint.practice.consent.SignAreas;
import org.stillpoint.practice.consent.SignConsent;
import org.stillpoint.practice.consent.WithdrawConsent;
import org.stillpoint.practice.contact.ChangeContacts;
import org.stillpoint.practice.contact.ReadContacts;
import org.stillpoint.practice.emergency.AcknowledgeEmergency;
import org.stillpoint.practice.emergency.FindInEmergency;
import org.stillpoint.practice.emergency.OpenInEmergency;
import org.stillpoint.practice.followup.FollowUpReading;
import org.stillpoint.practice.followup.NoteAskedAfter;
import org.stillpoint.practice.history.ChangeEvent;
import org.stillpoint.practice.history.CorroborateEvent;
import org.stillpoint.practice.history.HistoryReading;
import org.stillpoint.practice.history.RemoveEvent;
import org.stillpoint.practice.history.TellEvent;
import org.stillpoint.practice.intake.AnswerIntakeStep;
import org.stillpoint.practice.intake.BeginIntake;
import org.stillpoint.practice.intake.CompleteIntake;
import org.stillpoint.practice.intake.IntakeReading;
import org.stillpoint.practice.language.ClientLanguage;
import org.stillpoint.practice.letter.LetterReading;
import org.stillpoint.practice.life.LifeReading;
import org.stillpoint.practice.link.LinkReading;
import org.stillpoint.practice.link.MakeLink;
import org.stillpoint.practice.link.OpenLink;
import org.stillpoint.practice.link.TakeLinkBack;
import org.stillpoint.practice.link.UseLink;
import org.stillpoint.practice.mail.ChangeMailWishes;
import org.stillpoint.practice.mail.MailLink;
import org.stillpoint.practice.mail.MailReading;
import org.stillpoint.practice.mail.SendTestMail;
import org.stillpoint.practice.mail.SwitchOffMail;
import org.stillpoint.practice.note.AmendSessionNote;
import org.stillpoint.practice.note.ChangeOwnNote;
import org.stillpoint.practice.note.NoteReading;
import org.stillpoint.practice.note.OwnNoteReading;
import org.stillpoint.practice.note.SignSessionNote;
import org.stillpoint.practice.note.StrikeOutSessionNote;
import org.stillpoint.practice.note.WriteOwnNote;
import org.stillpoint.practice.note.WriteSessionNote;
import org.stillpoint.practice.outcome.SettleClock;
import org.stillpoint.practice.own.OwnAppointmentReading;
import org.stillpoint.practice.own.OwnViewReading;
import org.stillpoint.practice.pain.MarkPain;
import org.stillpoint.practice.pain.PainReading;
import org.stillpoint.practice.pain.TakeBodyMaps;
import org.stillpoint.practice.people.AcceptInvitation;
import org.stillpoint.practice.people.ChangeName;
import org.stillpoint.practice.people.ChangeRole;
import org.stillpoint.practice.people.EndAccount;
import org.stillpoint.practice.people.InvitePerson;
import org.stillpoint.practice.people.PeopleReading;
import org.stillpoint.practice.people.WithdrawInvitation;
import org.stillpoint.practice.plan.KeepPlan;
import org.stillpoint.practice.plan.PlanReading;
import org.stillpoint.practice.questionnaire.AnswerQuestion;
import org.stillpoint.practice.questionnaire.AskedReading;
import org.stillpoint.practice.questionnaire.HandInQuestionnaire;
import org.stillpoint.practice.questionnaire.ImportQuestionnaire;
import org.stillpoint.practice.questionnaire.ImportedReading;
import org.stillpoint.practice.questionnaire.OfferQuestionnaires;
import org.stillpoint.practice.questionnaire.PlanQuestionnaires;
import org.stillpoint.practice.questionnaire.TakeBackQuestionnaire;
import org.stillpoint.practice.request.AnswerRequest;
import org.stillpoint.practice.request.AskPractice;
import org.stillpoint.practice.request.RequestReading;
import org.stillpoint.practice.request.SayCannotCome;
import org.stillpoint.practice.retention.HoldClient;
import org.stillpoint.practice.retention.LiftHold;
import org.stillpoint.practice.retention.RetentionReading;
import org.stillpoint.practice.retention.SetRetention;
import org.stillpoint.practice.safety.ChangeSafetyList;
import org.stillpoint.practice.session.AftercareReading;
import org.stillpoint.practice.session.AmendMark;
import org.stillpoint.practice.session.AnnotateMark;
import org.stillpoint.practice.session.CheckSafety;
import org.stillpoint.practice.session.CorrectSafetyCheck;
import org.stillpoint.practice.session.EndSession;
import org.stillpoint.practice.session.GoOnWithSession;
import org.stillpoint.practice.session.MarkMoment;
import org.stillpoint.practice.session.ReleaseProcessNote;
import org.stillpoint.practice.session.SafetyReading;
import org.stillpoint.practice.session.SessionListReading;
import org.stillpoint.practice.session.SessionReading;
import org.stillpoint.practice.session.StartSession;
import org.stillpoint.practice.session.StrikeOutSafetyCheck;
import org.stillpoint.practice.session.TakeOverSession;
import org.stillpoint.practice.session.TraceSeen;
import org.stillpoint.practice.session.VoidSession;
import org.stillpoint.practice.setting.ChangeAftercareText;
import org.stillpoint.practice.setting.ChangeConsentBlocks;
import org.stillpoint.practice.setting.ChangeGroundingSteps;
import org.stillpoint.practice.setting.ChangeMailSetting;
import org.stillpoint.practice.setting.ChangeProfile;
import org.stillpoint.practice.setting.ChangeSessionTimer;
import org.stillpoint.practice.setting.ChangeTechniques;
import org.stillpoint.practice.setting.SettingReading;
import org.stillpoint.practice.signin.AddPasskey;
import org.stillpoint.practice.signin.DoorRuleReading;
import org.stillpoint.practice.signin.EndSecondStep;
import org.stillpoint.practice.signin.EndSignIns;
import org.stillpoint.practice.signin.RemovePasskey;
import org.stillpoint.practice.signin.RenewRecoveryCodes;
import org.stillpoint.practice.signin.SetDoorRule;
import org.stillpoint.practice.signin.SetSecondStep;
import org.stillpoint.practice.slip.SlipReading;
import org.stillpoint.practice.supervision.CaseReading;
import org.stillpoint.practice.supervision.HandToSupervisor;
import org.stillpoint.practice.today.PrepareReading;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.practice.touch.ChangeTouchMap;
import org.stillpoint.practice.touch.TouchReading;
import org.stillpoint.practice.whole.TakeOut;

/** The acts and readings of the practice that the pages are doors to. */
@Configuration(proxyBeanMethods = false)
@Import({
    MakeOwner.class,
    InvitePerson.class,
    WithdrawInvitation.class,
    AcceptInvitation.class,
    ChangeRole.class,
    EndAccount.class,
    ChangeName.class,
    PeopleReading.class,
    ChangePassword.class,
    SetSecondStep.class,
    EndSecondStep.class,
    RenewRecoveryCodes.class,
    AddPasskey.class,
    RemovePasskey.class,
    EndSignIns.class,
    SetDoorRule.class,
    DoorRuleReading.class,
    AuditReading.class,
    ReadClient.class,
    FindInEmergency.class,
    OpenInEmergency.class,
    AcknowledgeEmergency.class,
    CareReading.class,
    HandOverClient.class,
    ShareClient.class,
    MakeLink.class,
    MailLink.class,
    MailReading.class,
    ChangeMailWishes.class,
    SwitchOffMail.class,
    SendTestMail.class,
    ChangeMailSetting.class,
    TakeLinkBack.class,
    OpenLink.class,
    UseLink.class,
    LinkReading.class,
    OwnAppointmentReading.class,
    OwnViewReading.class,
    AnswerRequest.class,
    AskPractice.class,
    RequestReading.class,
    SayCannotCome.class,
    SeeToday.class,
    AboutReading.class,
    ChangeClientContact.class,
    ChangeBackground.class,
    ChangeCarers.class,
    ArchiveClient.class,
    AddressReading.class,
    ChangeAddress.class,
    SessionListReading.class,
    PrepareReading.class,
    AddClient.class,
    CorrectClient.class,
    FindNamesakes.class,
    SlipReading.class,
    CopyClient.class,
    ExportClient.class,
    ReleaseProcessNote.class,
    TakeOut.class,
    EraseClient.class,
    ErasureReading.class,
    RetentionReading.class,
    SetRetention.class,
    HoldClient.class,
    LiftHold.class,
    TellEvent.class,
    ChangeEvent.class,
    CorroborateEvent.class,
    RemoveEvent.class,
    SettleClock.class,
    MarkPain.class,
    GiveCheckIn.class,
    MendOwnCheckIn.class,
    ChangeCheckIn.class,
    RemoveCheckIn.class,
    CheckInReading.class,
    FollowUpWorse.class,
    PlanReading.class,
    KeepPlan.class,
    FollowUpReading.class,
    NoteAskedAfter.class,
    ReadContacts.class,
    ChangeContacts.class,
    SettingReading.class,
    ChangeProfile.class,
    ClientLanguage.class,
    ChangeConsentBlocks.class,
    ConsentReading.class,
    SignConsent.class,
    SignAreas.class,
    WithdrawConsent.class,
    TouchReading.class,
    ChangeTouchMap.class,
    ChangeGroundingSteps.class,
    ChangeSafetyList.class,
    ChangeAftercareText.class,
    ChangeSessionTimer.class,
    ChangeSessionHabits.class,
    ChangeOwnLanguage.class,
    ChangeTechniques.class,
    TakeCheckIns.class,
    TakeBodyMaps.class,
    CheckSafety.class,
    BeginIntake.class,
    AnswerIntakeStep.class,
    CompleteIntake.class,
    IntakeReading.class,
    AskQuestionnaires.class,
    AnswerQuestion.class,
    HandInQuestionnaire.class,
    TakeBackQuestionnaire.class,
    PlanQuestionnaires.class,
    OfferQuestionnaires.class,
    AskedReading.class,
    ImportQuestionnaire.class,
    ImportedReading.class,
    CorrectSafetyCheck.class,
    StrikeOutSafetyCheck.class,
    StartSession.class,
    MarkMoment.class,
    TakeOverSession.class,
    TraceSeen.class,
    AmendMark.class,
    AnnotateMark.class,
    EndSession.class,
    GoOnWithSession.class,
    VoidSession.class,
    PainReading.class,
    SafetyReading.class,
    SessionReading.class,
    AftercareReading.class,
    LetterReading.class,
    CaseReportReading.class,
    TrialReading.class,
    HandToSupervisor.class,
    CaseReading.class,
    AppointmentReading.class,
    BookAppointment.class,
    MoveAppointment.class,
    CancelAppointment.class,
    NoteAttendance.class,
    CalendarFeedReading.class,
    MakeCalendarFeed.class,
    ChangeCalendarFeed.class,
    TakeCalendarFeedBack.class,
    ElsewhereReading.class,
    TakeCalendar.class,
    BookProposal.class,
    FollowProposal.class,
    ApiGrantReading.class,
    ApiReading.class,
    EndApiGrant.class,
    MakeApiToken.class,
    OpenApi.class,
    RegisterApiProgram.class,
    NoteReading.class,
    WriteSessionNote.class,
    SignSessionNote.class,
    AmendSessionNote.class,
    StrikeOutSessionNote.class,
    OwnNoteReading.class,
    WriteOwnNote.class,
    ChangeOwnNote.class,
    HistoryReading.class,
    LifeReading.class
})
class ActsConfiguration {}
