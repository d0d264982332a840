using Ledstjarna.Domain.Access;

namespace Ledstjarna.Domain.Tests.Access;

/// <summary>How far a right reaches for the one who holds a role.</summary>
public sealed class ActorTests
{
    private static readonly UnitId Own = new(Guid.NewGuid());
    private static readonly UnitId Other = new(Guid.NewGuid());

    [Fact]
    public void A_right_for_ones_own_units_reaches_them_and_nothing_else()
    {
        var expert = With(new Grant(Role.Expert, new HashSet<UnitId> { Own }));
        expert.May(Right.RecordFigures, Own).ShouldBeTrue();
        expert.May(Right.RecordFigures, Other).ShouldBeFalse();
        expert.May(Right.RecordFigures).ShouldBeFalse("what is no unit's asks for a right over the whole");
        expert.MaySomewhere(Right.RecordFigures).ShouldBeTrue();
        Should.Throw<UnauthorizedAccessException>(() => expert.Require(Right.RecordFigures, Other));
        Should.NotThrow(() => expert.Require(Right.RecordFigures, Own));
    }

    [Fact]
    public void A_role_per_unit_that_is_held_for_the_whole_municipality_reaches_every_unit_but_not_what_is_no_units()
    {
        var expert = With(new Grant(Role.Expert, null));
        expert.May(Right.RecordFigures, Other).ShouldBeTrue();
        expert.May(Right.RecordFigures).ShouldBeFalse();
    }

    [Fact]
    public void Several_roles_add_up()
    {
        var both = With(new Grant(Role.Expert, new HashSet<UnitId> { Own }), new Grant(Role.Auditor, null));
        both.May(Right.ReadHistory).ShouldBeTrue();
        both.May(Right.RecordFigures, Own).ShouldBeTrue();
        both.May(Right.ManageActivities, Other).ShouldBeFalse();
    }

    [Fact]
    public void Someone_without_a_role_may_nothing()
    {
        var none = With();
        Enum.GetValues<Right>().ShouldAllBe(r => !none.MaySomewhere(r) && !none.May(r, Own));
        Should.Throw<UnauthorizedAccessException>(() => none.RequireSomewhere(Right.Read));
    }

    [Fact]
    public void A_visitor_reads_only_what_is_open_to_all()
    {
        var organisation = new OrganisationId(Guid.NewGuid());
        RightsOf(Actor.Visitor(organisation, mayRead: false)).ShouldBe([Right.SignIn]);
        RightsOf(Actor.Visitor(organisation, mayRead: true)).ShouldBe([Right.SignIn, Right.Read]);
    }

    private static IEnumerable<Right> RightsOf(Actor actor) => Enum.GetValues<Right>().Where(r => actor.MaySomewhere(r));

    private static Actor With(params Grant[] grants) =>
        new(new OrganisationId(Guid.NewGuid()), new AccountId(Guid.NewGuid()), "Någon", grants, new HashSet<Right>());
}
