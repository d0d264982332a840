using Ledstjarna.Domain;

namespace Ledstjarna.App.Features.Goals;

/// <summary>The structure that a sheet's goals become.</summary>
public sealed record NewStructure(string Name, Validity Validity, PrincipleId Principle, DecisionId? Decision, string? Stem);

/// <summary>What is wrong with one cell.</summary>
/// <param name="Row">The row's place in the table.</param>
/// <param name="Column">The column's place; -1 where there is no such column.</param>
/// <param name="Cell">As a spreadsheet names it.</param>
/// <param name="Sentence">What is wrong and what to write.</param>
public sealed record SheetError(int Row, int Column, string Cell, string Sentence);
