using Ledstjarna.App.Doors.Web.SignIn;
using Ledstjarna.App.Features.Ambition;
using Ledstjarna.App.Features.Ambition.TryLevel;
using Ledstjarna.App.Features.Analysis;
using Ledstjarna.App.Features.Decisions;
using Ledstjarna.App.Features.Editing;
using Ledstjarna.App.Features.Figures;
using Ledstjarna.App.Features.FollowUps;
using Ledstjarna.App.Features.GetStarted;
using Ledstjarna.App.Features.Goals;
using Ledstjarna.App.Features.History;
using Ledstjarna.App.Features.Mails;
using Ledstjarna.App.Features.Matters;
using Ledstjarna.App.Features.Memos;
using Ledstjarna.App.Features.People;
using Ledstjarna.App.Features.Search;
using Ledstjarna.App.Features.Statistics;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Doors;

/// <summary>What does the work behind the pages. A new handler adds one line.</summary>
internal static class Handlers
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<Ledger>();
        services.AddSingleton<ChangeLog>();
        services.AddSingleton<Accounts>();
        services.AddSingleton<OneTimeLinks>();
        services.AddSingleton(EditorList.All);
        services.AddSingleton<SaveThingHandler>();
        services.AddSingleton<RemoveThingHandler>();
        services.AddSingleton<UndoThingHandler>();
        services.AddSingleton<FormDesk>();
        services.AddSingleton<OrderGoalsHandler>();
        services.AddSingleton<CopyStructureHandler>();
        services.AddSingleton<RecordFiguresHandler>();
        services.AddSingleton<Uploads>();
        services.AddSingleton<ImportGoalsHandler>();
        services.AddSingleton<SignInHandler>();
        services.AddSingleton<ChangePasswordHandler>();
        services.AddSingleton<SignOutEverywhereHandler>();
        services.AddSingleton<SavePersonHandler>();
        services.AddSingleton<SignInThroughProviderHandler>();
        services.AddSingleton<CreateOrganisationHandler>();
        services.AddSingleton<AddUnitsHandler>();
        services.AddSingleton<KeepAnchorHandler>();
        services.AddSingleton<EnterMeetingHandler>();
        services.AddSingleton<KeepDocumentHandler>();
        services.AddSingleton<RemoveDocumentHandler>();
        services.AddSingleton<DocumentFiles>();
        services.AddSingleton<DraftLevelHandler>();
        services.AddSingleton<StepLevelHandler>();
        services.AddSingleton<EvaluateLevelHandler>();
        services.AddSingleton<ReportAssignmentHandler>();
        services.AddSingleton<SetMinutesHandler>();
        services.AddSingleton<SetLevelTargetHandler>();
        services.AddSingleton<RecomposeHandler>();
        services.AddSingleton<DispatchMemoHandler>();
        services.AddSingleton<KeepBaseHandler>();
        services.AddSingleton<PlanYearHandler>();
        services.AddSingleton<StepFollowUpHandler>();
        services.AddSingleton<FulfilProposalHandler>();
        services.AddSingleton<AttachStatementHandler>();
        services.AddSingleton<AskUnitsHandler>();
        services.AddSingleton<FollowUpDesk>();
        services.AddSingleton<ChangeRequestHandler>();
        services.AddSingleton<SaveReportHandler>();
        services.AddSingleton<DecideFollowUpHandler>();
        services.AddSingleton<CorrectFollowUpHandler>();
        services.AddSingleton<RemindPeopleHandler>();
        services.AddSingleton<Requests>();
        services.AddSingleton<OwnMails>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<OpenMailHandler>();
        services.AddSingleton<SendMailsHandler>();
        services.AddSingleton<RetryMailsHandler>();
        services.AddSingleton<StatisticsImports>();
        services.AddSingleton<ImportStatisticsHandler>();
        services.AddSingleton<AddScbFigureHandler>();
        services.AddSingleton<DeliverFiguresHandler>();
        services.AddSingleton<BindIndicatorHandler>();
        services.AddSingleton<StopImportHandler>();
        services.AddSingleton<TellOwnersHandler>();
        services.AddSingleton<HandleFactsChangeHandler>();
        services.AddSingleton<FetchRequests>();
        services.AddSingleton<StatisticsChanges>();
        services.AddSingleton<KeyFigures>();
        services.AddSingleton<KeyFigurePages>();
        services.AddSingleton<SearchTexts>();
        services.AddSingleton<TextFinder>();
        services.AddSingleton<KeptTrials>();
    }
}
