namespace Ledstjarna.Domain.Access;

/// <summary>What can be done. Every handler asks for one.</summary>
public enum Right
{
    /// <summary>Read goals, figures, decisions and statuses.</summary>
    Read,

    /// <summary>Make the demonstration municipality.</summary>
    LoadDemo,
}

/// <summary>Who acts, for which organisation, with which rights.</summary>
public sealed record Actor(OrganisationId Organisation, string Name, IReadOnlySet<Right> Rights)
{
    /// <summary>Anyone at a browser: reads, nothing more.</summary>
    public static Actor Visitor(OrganisationId organisation) => new(organisation, "Besökare", new HashSet<Right> { Right.Read });

    /// <summary>Whoever runs the server's own commands.</summary>
    public static Actor Operator(OrganisationId organisation) =>
        new(organisation, "Driften", new HashSet<Right> { Right.Read, Right.LoadDemo });

    /// <exception cref="UnauthorizedAccessException">The actor lacks the right.</exception>
    public void Require(Right right)
    {
        if (!Rights.Contains(right))
        {
            throw new UnauthorizedAccessException($"{Name}: {right}");
        }
    }
}
