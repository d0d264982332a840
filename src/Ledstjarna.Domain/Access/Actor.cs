namespace Ledstjarna.Domain.Access;

/// <summary>Who acts, for which organisation, with which roles.</summary>
/// <param name="Organisation">The one organisation it acts in.</param>
/// <param name="Account">The account signed in with. Null: no one's, a visitor or the operator.</param>
/// <param name="Name">As it stands in the change log.</param>
/// <param name="Grants">The roles held.</param>
/// <param name="Given">Rights that come of no role: a visitor's and the operator's.</param>
public sealed record Actor(
    OrganisationId Organisation,
    AccountId? Account,
    string Name,
    IReadOnlyList<Grant> Grants,
    IReadOnlySet<Right> Given
)
{
    /// <summary>Anyone at a browser.</summary>
    /// <param name="organisation">Where.</param>
    /// <param name="mayRead">Whether the organisation is open to all, as the demonstration is.</param>
    public static Actor Visitor(OrganisationId organisation, bool mayRead) =>
        new(organisation, null, "Besökare", [], new HashSet<Right>(mayRead ? [Right.SignIn, Right.Read] : [Right.SignIn]));

    /// <summary>Whoever runs the server's own commands: may do everything.</summary>
    public static Actor Operator(OrganisationId organisation) =>
        new(organisation, null, "Driften", [], new HashSet<Right>(Enum.GetValues<Right>()));

    public bool IsSignedIn => Account is not null;

    /// <summary>Whether it may be done at all, to something at least.</summary>
    public bool MaySomewhere(Right right) => Given.Contains(right) || Grants.Any(g => AccessRules.ReachOf(g.Role, right) != Reach.None);

    /// <summary>Whether it may be done to what belongs to a unit.</summary>
    /// <param name="right">What.</param>
    /// <param name="unit">Whose it is. Null: no unit's in particular, which asks for a right over the whole.</param>
    public bool May(Right right, UnitId? unit = null) =>
        Given.Contains(right)
        || Grants.Any(g =>
            AccessRules.ReachOf(g.Role, right) switch
            {
                Reach.Whole => true,
                Reach.OwnUnits => unit is { } u && (g.Units is null || g.Units.Contains(u)),
                _ => false,
            }
        );

    /// <exception cref="UnauthorizedAccessException">The actor lacks the right.</exception>
    public void Require(Right right, UnitId? unit = null)
    {
        if (!May(right, unit))
        {
            throw new UnauthorizedAccessException($"{Name}: {right}");
        }
    }

    /// <exception cref="UnauthorizedAccessException">The actor has the right nowhere.</exception>
    public void RequireSomewhere(Right right)
    {
        if (!MaySomewhere(right))
        {
            throw new UnauthorizedAccessException($"{Name}: {right}");
        }
    }
}
