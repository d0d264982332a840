using Ledstjarna.Domain;

namespace Ledstjarna.App.Words;

/// <summary>The domain's refusals in Swedish: what is wrong and what to do. The one place where they are worded.</summary>
public static class RuleWords
{
    public static string Sentence(DomainRuleException e) => e.Value is { } value ? $"{Sentence(e.Code)} ({value})" : Sentence(e.Code);

    public static string Sentence(RuleCode code) =>
        code switch
        {
            RuleCode.Required => "värdet saknas; fyll i det",
            RuleCode.NotFinite => "talet är inte ett vanligt tal",
            RuleCode.NotPositive => "talet ska vara större än noll",
            RuleCode.Negative => "talet får inte vara mindre än noll",
            RuleCode.NotAShare => "talet ska ligga mellan 0 och 1",
            RuleCode.TooLarge => "talet är för stort",
            RuleCode.TooLong => "texten är för lång; korta den",
            RuleCode.DateMalformed => "datumet ska skrivas 2022-08-31, med år från 1000 till 9999",
            RuleCode.PeriodMalformed => "perioden ska skrivas 2022, 2022T1, 2022Q1, 2022H1 eller 2022-05",
            RuleCode.MunicipalityCodeMalformed => "kommunkoden ska vara fyra siffror",
            RuleCode.ParagraphMalformed => "paragrafen går inte att läsa; skriv till exempel KS 2022-08-17 § 173",
            RuleCode.DatesOutOfOrder => "slutdatumet ligger före startdatumet",
            RuleCode.LensesEmpty => "principen behöver minst ett sätt att bedöma",
            RuleCode.LensRepeated => "samma sätt att bedöma står två gånger",
            RuleCode.GreenBelowHalf => "gränsen för grönt får inte vara lägre än 0,5 när medelvärde används",
            RuleCode.YellowAboveHalf => "gränsen för gult får inte vara högre än 0,5 när medelvärde används",
            RuleCode.NotAPercentage => "procenttalet ska ligga mellan 0 och 100",
            RuleCode.NameTaken => "namnet används redan; välj ett annat",
            RuleCode.PrincipleShipped => "principen följer med Ledstjärna och går inte att ändra; kopiera den och ändra kopian",
            RuleCode.PrincipleInUse =>
                "principen gäller för en målstruktur eller har använts i en uppföljning och går inte att ändra; kopiera den, ändra kopian och välj den i målstrukturen",
            RuleCode.ValueAndMissing => "ange värde eller skäl till att det saknas, inte båda",
            RuleCode.NeitherValueNorMissing => "ange ett värde eller skälet till att det saknas",
            RuleCode.PeriodKindsMixed => "alla perioder för en indikator ska vara av samma slag, till exempel år",
            RuleCode.TargetKindMissing => "målvärdet saknar slag; ange minst, högst, mellan eller en riktning",
            RuleCode.TargetKindRepeated => "målvärdet har mer än ett slag; ange ett av minst, högst, mellan och riktning",
            RuleCode.TargetAgainstDirection => "målvärdet går emot indikatorns riktning",
            RuleCode.TargetRangeReversed => "den lägre gränsen är högre än den övre",
            RuleCode.TargetLimitOfAnotherKind => "gränsen hör inte till målvärdets slag",
            RuleCode.TargetLimitStricter => "gränsen för delvis får inte vara strängare än målvärdet",
            RuleCode.TargetMeanNeedsK => "ange hur många värden medelvärdet ska räknas på",
            RuleCode.SubstituteUnknown => "ersättaren finns inte bland indikatorerna",
            RuleCode.SubstituteItself => "en indikator kan inte ersätta sig själv",
            RuleCode.ProvenanceMissing => "ange beslutet bakom målvärdet, eller vad det bygger på",
            RuleCode.IdEmpty => "id får inte vara tomt",
            RuleCode.IdRepeated => "id används redan; varje nod, indikator och aktivitet ska ha sitt eget",
            RuleCode.IndicatorUnknown => "indikatorn finns inte",
            RuleCode.ActivityUnknown => "aktiviteten finns inte",
            RuleCode.JudgedUnknown => "det som bedöms finns inte i trädet",
            RuleCode.FollowUpUnknown => "uppföljningen finns inte; någon kan ha tagit bort den",
            RuleCode.FollowUpStepUnknown => "uppföljningen kan inte gå dit från där den är; öppna sidan igen",
            RuleCode.FollowUpClosed => "uppföljningen tar inte emot mer: den är inte öppnad, eller det är redan beslutat",
            RuleCode.RequestOverdue => "sista dagen har passerat; be verksamhetsutvecklaren om ett undantag",
            RuleCode.CutOffTaken => "det finns redan en uppföljning med den mätdagen",
            RuleCode.KnownBeforeCutOff => "dagen kan inte ligga före mätdagen; välj en senare dag",
            RuleCode.NoPartToDecide => "organet har ingen del att besluta här, eller har redan beslutat den",
            RuleCode.WhyMissing => "skriv varför; skälet finns kvar i ändringsloggen",
            RuleCode.NotDecidedYet => "det är inte beslutat ännu; ändra det i stället för att rätta det",
            RuleCode.ReasonMissing => "ange ett skäl: bedömningen avviker från den som ligger under",
            RuleCode.HorizonBeforeCutOff => "prognosens slutdag ligger före mätdagen",
            RuleCode.TreeTooDeep => "trädet är djupare än 32 nivåer",
            RuleCode.NumberTaken => "numret, förkortningen eller koden används redan; välj en annan",
            RuleCode.ParentOfAnotherStructure => "det överordnade målet hör till en annan målstruktur",
            RuleCode.ParentBelowItself => "ett mål kan inte ligga under sig självt",
            RuleCode.NoLevelBelow => "målstrukturen har ingen nivå under den; lägg till en nivå i målstrukturen först",
            RuleCode.UnitMissing => "ange vilken enhet som äger målet",
            RuleCode.ReferredToWhom => "ange till vem ärendet remitteras, och bara när det remitteras",
            RuleCode.MinutesGoForward => "protokollet har kommit längre än så; skriv varför det ändras tillbaka",
            RuleCode.OutsideCompetence =>
                "tabellen över beslutanderätt låter inte det organet besluta det; skriv varför det ändå gäller, eller välj ett annat beslut",
            RuleCode.DecisionTaken => "beslutet är redan inlagt: samma organ, dag och paragraf finns i listan över beslut",
            RuleCode.BeforeItWasGiven => "dagen ligger före beslutet som gav uppdraget; välj en dag eller ett beslut efter det",
            RuleCode.DecisionGoverns => "beslutet gäller för annat, som räknas upp på beslutets sida; ändra det först",
            RuleCode.BringsNothingIntoForce =>
                "det som pekas ut är ett förslag, eller ett beslut som inte bifölls, och sätter inget i kraft; välj det beslut som gör det",
            RuleCode.ClosedAndWithdrawn => "ett uppdrag är antingen avslutat eller återtaget, inte båda",
            RuleCode.LevelLocked => "nivån är föreslagen eller beslutad och ändras inte; kopiera den till ett nytt utkast",
            RuleCode.LevelHasNoAreas => "nivån har inga mätområden; lägg till minst ett först",
            RuleCode.LevelStepUnknown => "nivån kan inte gå dit från där den är; öppna sidan igen",
            RuleCode.OtherGoalsThanTheCopied =>
                "en kopia gäller samma mål som nivån den är en kopia av; välj samma här, eller ingen nivå att kopiera",
            RuleCode.AreaNotThere =>
                "ett mätområde i nivån finns inte den dagen: det är avslutat, eller börjar senare; välj en annan dag, eller byt ut det i ett nytt utkast",
            RuleCode.AreaLiesElsewhere =>
                "ett mätområde som redan finns i målen flyttas inte; ta bort det ur nivån och lägg till ett nytt på den andra platsen",
            RuleCode.AreaOfLaterLevel =>
                "en nivå för senare uppföljningar är redan beslutad, och där står ett mätområde annorlunda; låt dess namn, nummer, vikt, ordning och förtydliganden vara som i målen",
            RuleCode.AreaHeldLater =>
                "nivån utelämnar ett mätområde som en nivå för senare uppföljningar har kvar; ta med det i nivån, om än utan något att mäta",
            RuleCode.AreaBuiltOn =>
                "ett mätområde som nivån utelämnar skulle börja gälla samma dag, men andra uppgifter hänger på det; ta med det i nivån, eller ta bort uppgifterna först",
            RuleCode.WeightOfUndecidedFollowUp =>
                "vikt och nyckel ändras först när tidigare uppföljningar är beslutade, för de bedöms med det som står i dag",
            RuleCode.GoalOfAnotherBody => "det är ett annat organs mål; välj ett av de mål som nivån gäller",
            RuleCode.TargetOfAnotherBody =>
                "indikatorn har ett målvärde som ett annat organ har beslutat; det ändras bara i det organets nivå",
            RuleCode.PoliticalTargetStands =>
                "indikatorn har ett politiskt målvärde den dagen, och det ändras bara genom ett beslut; välj beslutet, eller en dag då det är avslutat",
            RuleCode.PhraseUnknown => "målet har inget förtydligande med det numret; skriv numren som de står på målets sida",
            RuleCode.StructureNotValid => "målstrukturen gäller inte den dagen; välj en mätdag medan målen gäller",
            RuleCode.FollowUpAlreadyDecided =>
                "en uppföljning den dagen eller senare är redan beslutad och ändras inte; välj mätdagen för en senare uppföljning",
            RuleCode.DecisionSaysOther =>
                "beslutets utfall säger något annat: bifall för en beslutad nivå, avslag för en avslagen, och återremiss, bordläggning eller remiss för en som går tillbaka",
            RuleCode.AreaUnknown => "mätområdet finns inte i nivån",
            RuleCode.TemplateMalformed => "någon rad går inte att läsa; skriv rubriken, ett likhetstecken och vad avsnittet fylls med",
            RuleCode.NotACouncilGoal => "bidrag kan bara gå till fullmäktiges mål i samma målstruktur",
            RuleCode.StructuresOverlap => "två målstrukturer får inte gälla samma dag; ändra datumen",
            RuleCode.StructureUnknown => "målstrukturen finns inte; någon kan ha tagit bort den",
            RuleCode.GoalUnknown => "målet finns inte",
            RuleCode.GoalHoldsGoals => "mått läggs på den lägsta nivån; det här målet har egna delmål",
            RuleCode.EitherIndicatorOrActivity => "välj antingen en indikator eller en aktivitet",
            RuleCode.DecisionMissing => "ange beslutet; utan beslut kan det inte ändras",
            RuleCode.PartOfDecidedFollowUp =>
                "det har ingått i en beslutad uppföljning och kan inte tas bort; avsluta det i stället med sista dag och beslut",
            RuleCode.StillReferredTo => "annat hänger på det; flytta eller ta bort det först",
            RuleCode.UnitUnknown => "enheten finns inte",
            RuleCode.NotABody => "enheten fattar inga beslut; välj ett politiskt organ eller ett bolag",
            RuleCode.MunicipalityUnknown => "kommunen går inte att välja; den finns inte eller är er egen",
            RuleCode.ChoiceUnknown => "valet finns inte; välj i listan",
            RuleCode.NotAWholeNumber => "skriv ett heltal",
            RuleCode.NotANumber => "skriv ett tal, till exempel 12,5",
            RuleCode.AddressMalformed => "adressen ska börja med https:// eller http://",
            RuleCode.EmailMalformed => "e-postadressen går inte att läsa; skriv till exempel fornamn.efternamn@kommun.se",
            RuleCode.PasswordTooShort => "lösenordet ska ha minst 12 tecken",
            RuleCode.LastAdministrator => "det måste finnas minst en aktiv administratör; gör först någon annan till administratör",
            RuleCode.ChangedMeanwhile => "någon annan har ändrat det sedan dess; ladda om sidan och se efter",
            RuleCode.NothingToUndo => "det finns ingen ändring att ångra",
            RuleCode.LevelUnknown => "nivån finns inte i målstrukturen",
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "has no sentence"),
        };
}
