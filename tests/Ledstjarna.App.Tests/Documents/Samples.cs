using System.Buffers.Binary;
using System.IO.Compression;
using Ledstjarna.Documents;

namespace Ledstjarna.App.Tests.Documents;

/// <summary>Documents to write: a memo as municipalities write them, and text that no one should write.</summary>
internal static class Samples
{
    public static readonly string Hostile =
        "\0\u0001\u001b<script>alert(1)</script>]]>&amp;\"'\ud800 \udc00 \uffff\u202e 👩‍👩‍👧 "
        + new string('å', 4000)
        + "\r\nny rad\ttabb\u2028sist";

    public static Document Memo() =>
        new(
            "Uppdaterad ambitionsnivå för fullmäktiges mål för hållbar utveckling",
            "Kommunledningskontoret",
            new DateOnly(2022, 6, 8),
            [
                new Heading(1, "Förslag till beslut"),
                new Paragraph("Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen att godkänna uppdaterad ambitionsnivå."),
                new Heading(1, "Sammanfattning av ärendet"),
                new Paragraph([
                    new Run("Ett urval av indikatorer ges ett "),
                    new Run("politiskt beslutat målvärde") { IsBold = true },
                    new Run(". Resterande hanteras av "),
                    new Run("sakkunniga") { IsItalic = true },
                    new Run(" (se "),
                    new Run("Kolada") { Link = new Uri("https://www.kolada.se/?a=1&b=å") },
                    new Run(")."),
                ]),
                new Heading(1, "Ärende"),
                new NumberedList([
                    new ListItem("Bakgrund: programmet antogs i kommunfullmäktige i oktober 2020."),
                    new ListItem([
                        new Paragraph("Barnkonventionen: förväntas påverkas positivt."),
                        new BulletList([
                            new ListItem("§ 2 Alla barn har samma rättigheter och lika värde"),
                            new ListItem("§ 3 Barnets bästa ska beaktas vid alla beslut som rör barn"),
                        ]),
                    ]),
                    new ListItem([new Paragraph("Samråd har skett."), new Paragraph("Löpande redovisningar är planerade.")]),
                ]),
                new Heading(2, "Mätområden"),
                Comparison(),
                new Paragraph("Tabellen visar målvärden som föreslås."),
                new Heading(3, "Utveckling"),
                new Figure(Png(1200, 500), "Andelen trygga ökade från 71 till 78 procent mellan 2018 och 2022.")
                {
                    Caption = "Trygghet 2018–2022, procent",
                },
                new Heading(4, "Handlingar"),
                new NumberedList([new ListItem("Förslag till ambitionsnivå"), new ListItem("Programmet")], Start: 3),
                new PageBreak(),
                new Heading(1, "Beslutet ska skickas till"),
                new Facts([new Fact("Handläggare", "Kommunledningskontoret"), new Fact("Mottagare", "Samtliga nämnder och bolag")]),
            ]
        )
        {
            Subject = "Tjänsteskrivelse",
            HeaderLines = ["Kommunledningskontoret", "Dnr KS 2019/160"],
            Recipient = "Till kommunstyrelsen",
        };

    public static Table Comparison() =>
        new(
            "Mätområden med politiskt beslutat målvärde",
            [new TableColumn("Mätområde"), new TableColumn("Utfall 2021", IsNumeric: true), new TableColumn("Målvärde", IsNumeric: true)],
            [
                [new TableCell("Trygghet i skolan, elever i årskurs 8"), new TableCell("76,4 %"), new TableCell("80 %")],
                [new TableCell("Sjukpenningtal"), new TableCell("8,9"), new TableCell("högst 9,0")],
                [new TableCell("Företagsklimat"), new TableCell("saknas"), new TableCell("minst 4,1")],
            ]
        )
        {
            HasHeaderColumn = true,
            Description = "En rad för varje mätområde, med utfall och målvärde.",
        };

    /// <summary>The same hostile text wherever a text can stand.</summary>
    public static Document AllHostile() =>
        new(
            Hostile,
            Hostile,
            new DateOnly(2022, 6, 8),
            [
                new Heading(1, Hostile),
                new Paragraph([new Run(Hostile) { IsBold = true, Link = new Uri("https://exempel.se/?q=<\"'&>å") }]),
                new BulletList([new ListItem(Hostile)]),
                new Facts([new Fact(Hostile, Hostile)]),
                new Table(
                    Hostile,
                    [new TableColumn(Hostile), new TableColumn("b")],
                    [
                        [new TableCell(Hostile), new TableCell("")],
                    ]
                )
                {
                    Description = Hostile,
                },
                new Figure(Png(2, 2), Hostile) { Caption = Hostile },
            ]
        )
        {
            Subject = Hostile,
            HeaderLines = [Hostile, Hostile],
            Recipient = Hostile,
        };

    /// <summary>A grey picture.</summary>
    public static byte[] Png(int width, int height)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8; // bits, of grey
        Chunk(file, "IHDR"u8, header);
        using var rows = new MemoryStream();
        using (var packed = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[width + 1];
            row.AsSpan(1).Fill(0xdd);
            for (var y = 0; y < height; y++)
            {
                packed.Write(row);
            }
        }

        Chunk(file, "IDAT"u8, rows.ToArray());
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        byte[] body = [.. kind, .. content];
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(body));
        file.Write(number);
    }

    private static uint Checksum(byte[] bytes)
    {
        var checksum = uint.MaxValue;
        foreach (var b in bytes)
        {
            checksum ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                checksum = (checksum & 1) == 0 ? checksum >> 1 : 0xedb88320 ^ (checksum >> 1);
            }
        }

        return ~checksum;
    }
}
