using CoopAssistant.Messaging.Wording;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>What is printed on a certificate.</summary>
internal static partial class Texts
{
    public static readonly TextKey PaperTitle = Label("paper.title");
    public static readonly TextKey PaperOf = Label("paper.of");
    public static readonly TextKey PaperDid = Text("paper.did", "curso", "lecciones", "horas");
    public static readonly TextKey PaperCaveat = Text("paper.caveat");
    public static readonly TextKey PaperCode = Label("paper.code");
    public static readonly TextKey PaperCheckAt = Text("paper.checkAt");
}
