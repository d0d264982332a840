using Ledstjarna.Domain;
using Ledstjarna.Domain.Organisations;

namespace Ledstjarna.App.Words;

/// <summary>What units are called.</summary>
public static class UnitWords
{
    public static string Kind(UnitKind kind) =>
        kind switch
        {
            UnitKind.Council => "Fullmäktige",
            UnitKind.Board => "Styrelse",
            UnitKind.WorkingCommittee => "Utskott",
            UnitKind.Presidium => "Presidium",
            UnitKind.Committee => "Nämnd",
            UnitKind.JointCommittee => "Gemensam nämnd",
            UnitKind.Association => "Kommunalförbund",
            UnitKind.Company => "Bolag eller stiftelse",
            UnitKind.OtherBody => "Annat organ",
            UnitKind.Administration => "Förvaltning",
            _ => "Grupp",
        };

    /// <summary>The heading over all of a kind.</summary>
    public static string Kinds(UnitKind kind) =>
        kind switch
        {
            UnitKind.Committee => "Nämnder",
            UnitKind.JointCommittee => "Gemensamma nämnder",
            UnitKind.Company => "Bolag och stiftelser",
            UnitKind.OtherBody => "Andra organ",
            UnitKind.Administration => "Förvaltningar",
            UnitKind.Group => "Grupper",
            _ => Kind(kind),
        };

    /// <summary>"en indikator", "tolv indikatorer"</summary>
    public static string Indicators(int count) => $"{Swedish.CountCommon(count)} {(count == 1 ? "indikator" : "indikatorer")}";

    /// <summary>"2019-01-01 till 2022-12-31", "från 2023-01-01"</summary>
    public static string Dates(Validity validity) =>
        validity switch
        {
            { From: { } from, To: { } to } => $"{Swedish.Date(from)} till {Swedish.Date(to)}",
            { From: { } from } => $"från {Swedish.Date(from)}",
            { To: { } to } => $"till {Swedish.Date(to)}",
            _ => "tills vidare",
        };
}
