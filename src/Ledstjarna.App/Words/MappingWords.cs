namespace Ledstjarna.App.Words;

/// <summary>The UN's 17 global goals in Swedish.</summary>
public static class GlobalGoalWords
{
    private static readonly string[] Titles =
    [
        "Ingen fattigdom",
        "Ingen hunger",
        "God hälsa och välbefinnande",
        "God utbildning för alla",
        "Jämställdhet",
        "Rent vatten och sanitet för alla",
        "Hållbar energi för alla",
        "Anständiga arbetsvillkor och ekonomisk tillväxt",
        "Hållbar industri, innovationer och infrastruktur",
        "Minskad ojämlikhet",
        "Hållbara städer och samhällen",
        "Hållbar konsumtion och produktion",
        "Bekämpa klimatförändringarna",
        "Hav och marina resurser",
        "Ekosystem och biologisk mångfald",
        "Fredliga och inkluderande samhällen",
        "Genomförande och globalt partnerskap",
    ];

    /// <param name="number">1–17.</param>
    public static string Title(int number) => Titles[number - 1];
}

/// <summary>Articles of the Convention on the Rights of the Child, in short.</summary>
public static class ConventionWords
{
    /// <summary>What the articles with rights are about, 1 first.</summary>
    private static readonly string[] Titles =
    [
        "Vem som är barn",
        "Lika rättigheter och värde",
        "Barnets bästa",
        "Samhällets ansvar för rättigheterna",
        "Föräldrarnas ledning",
        "Rätt till liv och utveckling",
        "Namn och medborgarskap",
        "Identitet",
        "Att inte skiljas från sina föräldrar",
        "Återförening med familjen",
        "Bortförande till andra länder",
        "Rätt att säga sin mening",
        "Yttrandefrihet",
        "Tankefrihet och religion",
        "Föreningsfrihet",
        "Privatliv",
        "Information och medier",
        "Föräldrarnas gemensamma ansvar",
        "Skydd mot våld",
        "Barn utan familj",
        "Adoption",
        "Barn på flykt",
        "Barn med funktionsnedsättning",
        "Hälsa och sjukvård",
        "Översyn av vård utanför hemmet",
        "Social trygghet",
        "Skälig levnadsstandard",
        "Utbildning",
        "Utbildningens syfte",
        "Minoriteter och urfolk",
        "Vila, lek och fritid",
        "Skydd mot ekonomiskt utnyttjande",
        "Skydd mot narkotika",
        "Skydd mot sexuella övergrepp",
        "Skydd mot handel med barn",
        "Skydd mot annat utnyttjande",
        "Skydd mot tortyr och frihetsberövande",
        "Skydd i krig",
        "Stöd efter övergrepp",
        "Rättvis behandling vid brott",
        "Starkare skydd i andra lagar",
        "Kunskap om rättigheterna",
    ];

    /// <summary>Of the last articles, which are on how the convention itself works, only whose they are.</summary>
    public static string Title(int article) => article >= 1 && article <= Titles.Length ? Titles[article - 1] : "Barnkonventionen";

    public static string Sign(int effect) =>
        effect switch
        {
            > 0 => "+",
            < 0 => "−",
            _ => "0",
        };

    public static string Effect(int effect) =>
        effect switch
        {
            > 0 => "positiv effekt",
            < 0 => "negativ effekt",
            _ => "ingen effekt",
        };
}
