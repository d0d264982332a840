using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.App.Words;

/// <summary>The names of what can be chosen.</summary>
public static class ChoiceWords
{
    public static string Name(UnitKind kind) =>
        kind switch
        {
            UnitKind.Council => "Kommunfullmäktige",
            UnitKind.Board => "Kommunstyrelse",
            UnitKind.WorkingCommittee => "Utskott",
            UnitKind.Presidium => "Presidium",
            UnitKind.Committee => "Nämnd",
            UnitKind.JointCommittee => "Gemensam nämnd",
            UnitKind.Association => "Kommunalförbund",
            UnitKind.Company => "Bolag eller stiftelse",
            UnitKind.OtherBody => "Annat politiskt organ",
            UnitKind.Administration => "Förvaltning eller kontor",
            _ => "Grupp",
        };

    public static string Name(GoalKind kind) =>
        kind switch
        {
            GoalKind.Council => "Fullmäktiges mål",
            GoalKind.Committee => "Nämndens eller bolagets eget mål",
            _ => "Internt mål",
        };

    public static string Name(EconomyMark mark) =>
        mark switch
        {
            EconomyMark.Financial => "Finansiellt mål",
            EconomyMark.Operational => "Verksamhetsmål",
            _ => "Räknas inte",
        };

    public static string Name(GoalSourceKind kind) =>
        kind switch
        {
            GoalSourceKind.Dialogue => "Dialog",
            GoalSourceKind.Decision => "Beslut",
            GoalSourceKind.Document => "Dokument",
            _ => "Annat",
        };

    public static string Name(StrategyState state) =>
        state switch
        {
            StrategyState.Adopted => "Antagen",
            StrategyState.Proposed => "Förslag",
            _ => "Avslagen",
        };

    public static string Name(MappingSystem system) =>
        system switch
        {
            MappingSystem.GlobalTarget => "Delmål i Agenda 2030",
            MappingSystem.NationalGoal => "Nationellt mål",
            MappingSystem.RegionalGoal => "Regionalt mål",
            _ => "Målgrupp",
        };

    public static string Name(Direction direction) =>
        direction switch
        {
            Direction.Higher => "Högre är bättre",
            Direction.Lower => "Lägre är bättre",
            _ => "Inom ett spann",
        };

    public static string Name(QualityKind kind) => kind == QualityKind.Actual ? "Faktisk" : "Upplevd";

    public static string Name(SourceKind kind) =>
        kind switch
        {
            SourceKind.Kolada => "Kolada",
            SourceKind.Scb => "SCB",
            SourceKind.File => "Fil",
            SourceKind.Example => "Exempel",
            _ => "Eget mått",
        };

    public static string Name(IndicatorLevel level) =>
        level switch
        {
            IndicatorLevel.National => "Nationell",
            IndicatorLevel.Regional => "Regional",
            _ => "Lokal",
        };

    public static string Name(TargetKind kind) =>
        kind switch
        {
            TargetKind.AtLeast => "Minst",
            TargetKind.AtMost => "Högst",
            TargetKind.Between => "Mellan",
            _ => "Bara en riktning: ska bli bättre",
        };

    public static string Name(RollUpMethod method) =>
        method switch
        {
            RollUpMethod.Mean => "Vägt medelvärde",
            RollUpMethod.Share => "Andel som är uppfyllda",
            _ => "Svagaste länken",
        };

    public static string Name(Lens lens) =>
        lens switch
        {
            Lens.Target => "Mot målvärdet",
            Lens.Trend => "Trend: mot ett tidigare värde",
            Lens.Comparison => "Jämförelse: mot andra kommuner",
            _ => "Takt: på väg mot ett målvärde längre fram",
        };

    public static string Name(Combine combine) =>
        combine == Combine.First ? "Det första som går att använda avgör" : "Medelvärdet av alla som går att använda";

    public static string Name(TrendReference reference) =>
        reference switch
        {
            TrendReference.Previous => "Värdet före",
            TrendReference.LastYear => "Samma period året före",
            TrendReference.Baseline => "Det första värdet",
            _ => "Medelvärdet av de senaste",
        };

    /// <summary>As in "per halvår".</summary>
    public static string Name(PeriodKind kind) =>
        kind switch
        {
            PeriodKind.Year => "år",
            PeriodKind.HalfYear => "halvår",
            PeriodKind.Tertial => "tertial",
            PeriodKind.Quarter => "kvartal",
            _ => "månad",
        };

    public static string Name(Breakdown breakdown) =>
        breakdown switch
        {
            Breakdown.Women => "Kvinnor",
            Breakdown.Men => "Män",
            _ => "Totalt",
        };

    public static string Name(Role role) =>
        role switch
        {
            Role.Administrator => "Administratör",
            Role.Strategist => "Verksamhetsutvecklare",
            Role.Expert => "Sakkunnig",
            Role.BodySecretary => "Nämndsekreterare",
            Role.Management => "Ledningsgrupp",
            Role.Representative => "Förtroendevald",
            _ => "Revisor",
        };

    public static string Name(Right right) =>
        right switch
        {
            Right.SignIn => "Logga in och byta sitt eget lösenord",
            Right.Read => "Läsa mål, siffror, beslut och status",
            Right.ReadPreparation => "Läsa det som förbereds",
            Right.ReadHistory => "Läsa ändringsloggen",
            Right.ManagePeople => "Lägga till personer och ge roller",
            Right.ManageOrganisation => "Ändra kommun, enheter, mandatperioder och vision",
            Right.ManageGoals => "Ändra målstrukturer, fullmäktiges mål och interna mål",
            Right.ManageUnitGoals => "Ändra enhetens egna mål och bidrag",
            Right.ManageMeasures => "Ändra indikatorer, mätområden och sakkunnigas målvärden",
            Right.ManagePoliticalTargets => "Lägga in målvärden som ett organ har beslutat",
            Right.ManageActivities => "Ändra aktiviteter",
            Right.ManageStrategies => "Ändra politiska strategier",
            Right.ManageDocuments => "Ändra styrdokument",
            Right.ManagePrinciples => "Ändra principer för bedömning",
            Right.RegisterDecisions => "Registrera beslut",
            Right.ManageFollowUps => "Planera och driva uppföljningar",
            Right.Report => "Rapportera till uppföljningar",
            Right.DecideFollowUps => "Registrera vad organ beslutat om en uppföljning, och rätta",
            Right.ManageMatters => "Lägga in ärenden, handlingar och tjänsteskrivelser",
            Right.ManageAssignments => "Lägga in uppdrag",
            Right.ReportAssignments => "Återrapportera uppdrag",
            Right.ManageLevels => "Göra utkast till ambitionsnivåer och föra dem vidare",
            Right.RecordFigures => "Lägga in siffror och skäl till bortfall",
            Right.ImportGoals => "Läsa in en hel målstruktur",
            Right.FetchStatistics => "Hämta statistik",
            _ => "Bygga demokommunen",
        };
}
