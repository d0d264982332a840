using System.Reflection;
using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Tests.Architecture.Canaries.Here;
using Ledstjarna.Domain.Access;

namespace Ledstjarna.App.Tests.Architecture;

/// <summary>Every handler takes the one who acts first, and asks for a right before it reads or writes anything.</summary>
public sealed class HandlerTests
{
    /// <summary>Handlers that ask for nothing, each with why. There are none.</summary>
    private static readonly Dictionary<string, string> AskForNothing = new(StringComparer.Ordinal);

    private static readonly MethodInfo[] All =
    [
        .. typeof(WebDoor)
            .Assembly.GetTypes()
            .Where(t =>
                t.Name.EndsWith("Handler", StringComparison.Ordinal) && t.Namespace!.Contains(".Features.", StringComparison.Ordinal)
            )
            .SelectMany(Handles),
    ];

    [Fact]
    public void Every_handler_is_looked_at()
    {
        All.Select(m => m.DeclaringType).Distinct().Count().ShouldBeGreaterThan(12);
        typeof(WebDoor)
            .Assembly.GetTypes()
            .Where(t =>
                t.Name.EndsWith("Handler", StringComparison.Ordinal) && t.Namespace!.Contains(".Features.", StringComparison.Ordinal)
            )
            .Where(t => !Handles(t).Any())
            .ShouldBeEmpty("a handler has a method HandleAsync");
    }

    [Fact]
    public void Every_handler_takes_the_actor_first() => All.Where(m => !TakesActor(m)).Select(Name).ShouldBeEmpty();

    [Fact]
    public void Every_handler_asks_for_a_right_before_anything_else() =>
        All.Where(m => !AskForNothing.ContainsKey(m.DeclaringType!.Name) && !AsksFirst(m)).Select(Name).ShouldBeEmpty();

    [Fact]
    public void The_exceptions_still_exist() =>
        AskForNothing.Keys.Except(All.Select(m => m.DeclaringType!.Name), StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void Handlers_that_do_not_ask_or_ask_too_late_are_caught()
    {
        Handles(typeof(ForgetfulHandler))
            .Single()
            .ShouldSatisfyAllConditions(m => TakesActor(m).ShouldBeTrue(), m => AsksFirst(m).ShouldBeFalse());
        AsksFirst(Handles(typeof(LateHandler)).Single()).ShouldBeFalse();
        AsksFirst(Handles(typeof(AskingHandler)).Single()).ShouldBeTrue();
        TakesActor(Handles(typeof(NamelessHandler)).Single()).ShouldBeFalse();
    }

    private static IEnumerable<MethodInfo> Handles(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => m.Name == "HandleAsync");

    private static bool TakesActor(MethodInfo method) => method.GetParameters().FirstOrDefault()?.ParameterType == typeof(Actor);

    /// <summary>The first call to the actor's question or to what is stored is the question.</summary>
    private static bool AsksFirst(MethodInfo method) =>
        FirstCalls.Of(method).FirstOrDefault(c => Asks(c) || IsWork(c)) is { } first && Asks(first);

    private static bool Asks(MethodBase called) =>
        called.DeclaringType == typeof(Actor) && called.Name is nameof(Actor.Require) or nameof(Actor.RequireSomewhere);

    private static bool IsWork(MethodBase called) =>
        called.DeclaringType?.Namespace is { } space
        && (
            space.StartsWith("Ledstjarna.Storage", StringComparison.Ordinal)
            || space.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
        );

    private static string Name(MethodInfo method) =>
        $"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", method.GetParameters().Select(p => p.ParameterType.Name))})";
}
