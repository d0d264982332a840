using Ledstjarna.App.Tests.TestServer;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Model;
using Ledstjarna.Storage.Reading;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ledstjarna.App.Tests.Storage;

/// <summary>One organisation never sees or writes another's rows, by the filter nor by the wall behind it.</summary>
public sealed class OrganisationWallTests(Server server)
{
    private static readonly OrganisationId A = new(Guid.Parse("aaaaaaaa-0000-0000-0000-000000000001"));
    private static readonly OrganisationId B = new(Guid.Parse("bbbbbbbb-0000-0000-0000-000000000002"));

    [Fact]
    public async Task Each_sees_its_own_and_nothing_of_the_other()
    {
        await using var database = new Database(server.AsApp(await server.NewDatabaseAsync("empty_template")));
        await AddAsync(database, A, "ett");
        await AddAsync(database, B, "två");
        foreach (var (id, name) in new[] { (A, "Nämnden ett"), (B, "Nämnden två") })
        {
            await using var db = database.Context(id);
            (await db.Set<Unit>().SingleAsync()).Name.ShouldBe(name);
            (await db.Set<Unit>().IgnoreQueryFilters([LedstjarnaContext.OrganisationFilter]).SingleAsync()).Name.ShouldBe(name);
        }

        (await database.OrganisationsAsync()).Select(o => o.Slug).ShouldBe(["ett", "tva"], ignoreOrder: true);
    }

    [Fact]
    public async Task Writing_into_anothers_is_refused_by_the_database()
    {
        await using var database = new Database(server.AsApp(await server.NewDatabaseAsync("empty_template")));
        await AddAsync(database, A, "ett");
        await AddAsync(database, B, "två");
        await using var db = database.Context(A);
        db.Add(UnitOf(B, "smuggel", "X"));
        var refused = await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
        ((PostgresException)refused.InnerException!).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task A_reused_connection_does_not_carry_the_organisation_over()
    {
        var one = server.AsApp(await server.NewDatabaseAsync("empty_template")) + ";Maximum Pool Size=1";
        await using (var database = new Database(one))
        {
            await AddAsync(database, A, "ett");
            await using var none = database.Context(default);
            (await none.Set<Unit>().IgnoreQueryFilters([LedstjarnaContext.OrganisationFilter]).CountAsync()).ShouldBe(0);
        }

        Should.Throw<ArgumentException>(() => new Database(one + ";No Reset On Close=true"));
    }

    [Fact]
    public async Task Many_at_once_over_few_connections_see_only_their_own()
    {
        await using var database = new Database(
            server.AsApp(await server.NewDatabaseAsync("empty_template")) + ";Maximum Pool Size=2;Timeout=60"
        );
        var all = Enumerable.Range(1, 8).Select(i => new OrganisationId(new Guid(i, 0, 0, new byte[8]))).ToList();
        foreach (var id in all)
        {
            await AddAsync(database, id, $"nr{id.Value.ToByteArray()[0]}");
        }

        var seen = await Task.WhenAll(
            all.SelectMany(id => Enumerable.Range(0, 40).Select(_ => id))
                .Select(id =>
                    Task.Run(async () =>
                    {
                        await using var db = database.Context(id);
                        var rows = await db.Set<Unit>()
                            .IgnoreQueryFilters([LedstjarnaContext.OrganisationFilter])
                            .AsNoTracking()
                            .ToListAsync();
                        return rows.Count == 1 && rows[0].OrganisationId == id;
                    })
                )
        );
        seen.Length.ShouldBe(320);
        seen.ShouldAllBe(own => own);
    }

    [Fact]
    public async Task Names_sort_as_in_swedish_and_numbers_by_size()
    {
        await using var database = new Database(server.AsApp(await server.NewDatabaseAsync("empty_template")));
        await AddAsync(database, A, "ett");
        string[] names = ["Öst", "Ängen", "Åsen", "Zon", "Vik", "Wik", "Mål 10", "Mål 2", "Alm", "éfter", "Ekot"];
        await using var db = database.Context(A);
        db.AddRange(names.Select((n, i) => UnitOf(A, n, $"N{i}")));
        await db.SaveChangesAsync();
        var sorted = await db.Set<Unit>()
            .Where(u => u.Abbreviation.StartsWith("N") && u.Abbreviation != "NÄM")
            .OrderBy(u => u.Name)
            .Select(u => u.Name)
            .ToListAsync();
        sorted.ShouldBe(["Alm", "éfter", "Ekot", "Mål 2", "Mål 10", "Vik", "Wik", "Zon", "Åsen", "Ängen", "Öst"]);
        names.Order(App.Words.Swedish.Order).Where(n => !n.StartsWith("Mål")).ShouldBe(sorted.Where(n => !n.StartsWith("Mål")));
    }

    [Fact]
    public async Task What_is_kept_in_memory_is_read_again_when_a_row_has_changed()
    {
        await using var database = new Database(server.AsApp(await server.NewDatabaseAsync("empty_template")));
        await AddAsync(database, A, "ett");
        var records = new SteeringRecords(database, new NationalStatistics());
        var first = (await records.ReadAsync(A))!;
        (await records.ReadAsync(A)).ShouldBeSameAs(first);
        await using var db = database.Context(A);
        db.Add(UnitOf(A, "Ny nämnd", "NY"));
        await db.SaveChangesAsync();
        var second = (await records.ReadAsync(A))!;
        second.Units.Count.ShouldBe(first.Units.Count + 1);
        (await records.ReadAsync(B)).ShouldBeNull();
    }

    private static Unit UnitOf(OrganisationId organisation, string name, string abbreviation) =>
        new()
        {
            OrganisationId = organisation,
            Id = new UnitId(Guid.CreateVersion7()),
            Kind = UnitKind.Committee,
            Abbreviation = abbreviation,
            Name = name,
        };

    private static async Task AddAsync(Database database, OrganisationId id, string name)
    {
        await using var db = database.Context(id);
        db.Add(
            new Organisation
            {
                OrganisationId = id,
                Name = $"Kommun {name}",
                MunicipalityCode = new MunicipalityCode("0665"),
                Slug = name.Replace('å', 'a'),
            }
        );
        db.Add(UnitOf(id, $"Nämnden {name}", "NÄM"));
        await db.SaveChangesAsync();
    }
}
