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
    public static string Title(int article) =>
        article switch
        {
            2 => "Lika rättigheter och värde",
            3 => "Barnets bästa",
            6 => "Rätt till liv och utveckling",
            12 => "Rätt att säga sin mening",
            _ => "Barnkonventionen",
        };

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
